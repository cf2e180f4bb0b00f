#include "hairline/cmd/startup.h"

#include <fcntl.h>
#include <locale.h>
#include <stddef.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

/* open() gives the lowest free number, so asking in order fills the gaps. */
static bool fill_streams(void)
{
	for (int stream = STDIN_FILENO; stream <= STDERR_FILENO; stream++)
		if (fcntl(stream, F_GETFD) < 0 &&
		    open("/dev/null", O_RDWR) != stream)
			return false;
	return true;
}

static void keep_memory_private(void)
{
	const struct rlimit none = {.rlim_cur = 0, .rlim_max = 0};

	setrlimit(RLIMIT_CORE, &none);
	prctl(PR_SET_DUMPABLE, 0L, 0L, 0L, 0L);
}

bool startup_prepare(void)
{
	keep_memory_private();
	if (!setlocale(LC_ALL, ""))
		setlocale(LC_ALL, "C.UTF-8");
	return fill_streams();
}
