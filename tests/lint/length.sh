#!/bin/sh
# Functions of at most 40 lines and files of at most 400.
set -eu

find src include tests -name '*.[ch]' -exec awk '
function end_file()
{
	if (file != "" && lines > 400) {
		print file ": has " lines " lines, 400 is most"
		bad = 1
	}
}
FNR == 1 {
	end_file()
	file = FILENAME
}
{ lines = FNR }
/^{/ { start = FNR }
/^}/ && start {
	if (FNR - start - 1 > 40) {
		print FILENAME ":" start ": a function of " \
			FNR - start - 1 " lines, 40 is most"
		bad = 1
	}
	start = 0
}
END {
	end_file()
	exit bad
}' {} +
