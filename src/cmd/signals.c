#include "hairline/cmd/signals.h"

#include <signal.h>
#include <stddef.h>
#include <sys/signalfd.h>
#include <unistd.h>

/* What our own mistakes raise cannot be held back. */
static const int mistakes[] = {SIGSEGV, SIGBUS, SIGILL, SIGFPE, SIGABRT};

int signals_catch(void)
{
	sigset_t all;

	sigfillset(&all);
	for (size_t i = 0; i < sizeof(mistakes) / sizeof(mistakes[0]); i++)
		sigdelset(&all, mistakes[i]);
	sigprocmask(SIG_BLOCK, &all, NULL);
	return signalfd(-1, &all, SFD_NONBLOCK | SFD_CLOEXEC);
}

/* The default of SIGALRM ends the process. */
void signals_limit_end(unsigned seconds)
{
	sigset_t alarm_only;

	sigemptyset(&alarm_only);
	sigaddset(&alarm_only, SIGALRM);
	alarm(seconds);
	sigprocmask(SIG_UNBLOCK, &alarm_only, NULL);
}
