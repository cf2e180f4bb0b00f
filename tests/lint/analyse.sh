#!/bin/sh
# What cppcheck has to say.  (getpwuid is fine where there are no threads.)
set -eu

cppcheck --quiet --std=c11 --enable=warning,portability,performance \
	--inline-suppr --suppress=missingIncludeSystem --suppress=getpwuidCalled --error-exitcode=1 \
	-j "$(nproc)" --library=posix --library=gnu -Iinclude -D_GNU_SOURCE \
	'-DHAIRLINE_VERSION="0"' '-DHAIRLINE_CONTENT="/"' src
