#include "hairline/cmd/paths.h"

#include <pwd.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

static const char sample_content[] = "assets";

const char *paths_content(void)
{
	struct stat found;

	if (stat(HAIRLINE_CONTENT, &found) == 0 && S_ISDIR(found.st_mode))
		return HAIRLINE_CONTENT;
	return sample_content;
}

static const char *home_folder(void)
{
	const char *home = getenv("HOME");
	const struct passwd *person;

	if (home && home[0] == '/')
		return home;
	person = getpwuid(getuid());
	return person ? person->pw_dir : NULL;
}

bool paths_data(char *path, size_t size, struct err *err)
{
	const char *base = getenv("XDG_DATA_HOME");
	const char *home = home_folder();

	if (base && base[0] == '/')
		return paths_join(path, size, base, "hairline", err);
	if (!home)
		return err_set(err, ERR_IO,
			       "there is no home folder to keep data in: name "
			       "a folder with --data DIR");
	return paths_join(path, size, home, ".local/share/hairline", err);
}

bool paths_join(char *path, size_t size, const char *folder, const char *name,
		struct err *err)
{
	int len = snprintf(path, size, "%s/%s", folder, name);

	if (len < 0 || (size_t)len >= size)
		return err_set(err, ERR_LIMIT,
			       "the path of \"%s\" is too long: use a shorter "
			       "folder name",
			       name);
	return true;
}
