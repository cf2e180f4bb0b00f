/*
 * crowd - as many leads as a busy clinic has in years, quickly.
 */
#ifndef TESTS_SUPPORT_CROWD_H
#define TESTS_SUPPORT_CROWD_H

/*
 * Save the fixture's leads numbered 0 to count - 1 in one transaction, each
 * with the answers of desk_save_lead() and its "saved" event.  Ends the test
 * when that fails.
 */
void crowd_save(const char *dir, int count);

/* The same, of long ago: all of them are due to be purged. */
void crowd_save_due(const char *dir, int count);

/* A stored QuestionnaireResponse with one answered question. */
extern const char crowd_answers[];

#endif
