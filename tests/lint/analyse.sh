#!/bin/sh
# What cppcheck has to say.  (getpwuid and readdir are fine without threads.)
set -eu

cppcheck --quiet --std=c11 --enable=warning,portability,performance \
	--inline-suppr --suppress=missingIncludeSystem --suppress=getpwuidCalled \
	--suppress=readdirCalled --error-exitcode=1 \
	-j "$(nproc)" --library=posix --library=gnu -Iinclude -D_GNU_SOURCE \
	'-DHAIRLINE_VERSION="0"' '-DHAIRLINE_CONTENT="/"' src
