#include "hairline/cmd/args.h"

#include <stddef.h>
#include <string.h>

/* Is the word this option?  value is what stands behind "=", or NULL. */
static bool is_option(const char *word, const char *name, const char **value)
{
	size_t len = strlen(name);

	if (strncmp(word, name, len) != 0)
		return false;
	*value = word[len] == '=' ? word + len + 1 : NULL;
	return word[len] == '\0' || word[len] == '=';
}

static struct args_option *find_option(struct args_option *options,
				       const char *word, const char **value)
{
	for (; options->name; options++)
		if (is_option(word, options->name, value))
			return options;
	return NULL;
}

static bool keep_value(struct args_option *option, const char *value,
		       struct err *err)
{
	if (!option->values && value)
		return err_set(err, ERR_SYNTAX, "%s takes no value",
			       option->name);
	if (option->values && (!value || !*value))
		return err_set(err, ERR_SYNTAX, "%s needs a value",
			       option->name);
	if (option->values && option->count >= option->room)
		return err_set(err, ERR_SYNTAX, "%s is given too often",
			       option->name);
	if (option->values)
		option->values[option->count] = value;
	option->count++;
	return true;
}

bool args_take(int *argc, char **argv, struct args_option *options,
	       struct err *err)
{
	int kept = 0;
	int i = 0;

	for (; i < *argc && strcmp(argv[i], "--") != 0; i++) {
		const char *value = NULL;
		struct args_option *option =
			find_option(options, argv[i], &value);

		if (!option) {
			argv[kept++] = argv[i];
			continue;
		}
		if (option->values && !value && i + 1 < *argc)
			value = argv[++i];
		if (!keep_value(option, value, err))
			return false;
	}
	while (i < *argc)
		argv[kept++] = argv[i++];
	*argc = kept;
	return true;
}

bool args_take_all(int *argc, char **argv, struct args_option *options,
		   struct err *err)
{
	int i = 0;

	if (!args_take(argc, argv, options, err))
		return false;
	for (; i < *argc && strcmp(argv[i], "--") != 0; i++)
		if (argv[i][0] == '-' && argv[i][1] != '\0')
			return err_set(err, ERR_SYNTAX, "unknown option \"%s\"",
				       argv[i]);
	if (i == *argc)
		return true;
	for (; i + 1 < *argc; i++)
		argv[i] = argv[i + 1];
	(*argc)--;
	return true;
}
