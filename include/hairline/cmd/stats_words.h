/*
 * stats_words - what the statistics say, in English and in Spanish.
 *
 * These are words for the clinic's owner, not for the screens: they must be
 * there also when the content folder is not.
 */
#ifndef HAIRLINE_CMD_STATS_WORDS_H
#define HAIRLINE_CMD_STATS_WORDS_H

#include <stdbool.h>

enum stats_language {
	STATS_ENGLISH,
	STATS_SPANISH,
	STATS_LANGUAGES
};

/* X(id, English, Spanish) */
#define STATS_WORDS(X)                                                     \
	X(STATS_TITLE, "Visits to the kiosk", "Visitas al quiosco")        \
	X(STATS_FROM_TO, "{first} to {last}", "del {first} al {last}")     \
	X(STATS_STEPS, "How far visitors went", "Hasta dónde llegaron")    \
	X(STATS_VISITS, "Visits", "Visitas")                               \
	X(STATS_BEGAN, "Began the questions", "Empezaron las preguntas")   \
	X(STATS_OUTCOME, "Saw what their answers mean",                    \
	  "Vieron qué significan sus respuestas")                          \
	X(STATS_CODE, "Saw the booking code", "Vieron el código de cita")  \
	X(STATS_LEAD, "Left their details", "Dejaron sus datos")           \
	X(STATS_STEPS_NOTE,                                                \
	  "What visitors who left details answered is not "                \
	  "counted: they are missing from \"Began\" and \"Saw "            \
	  "what their answers mean\".",                                    \
	  "De quienes dejaron sus datos no se cuentan las "                \
	  "respuestas: faltan en «Empezaron» y en «Vieron qué "        \
	  "significan».")                                                  \
	X(STATS_LEFT, "Where visitors left the questions",                 \
	  "Dónde dejaron las preguntas")                                   \
	X(STATS_LEFT_NOTE,                                                 \
	  "Of those who began. Only the last question a visitor "          \
	  "saw counts: one that was not asked is not a place "             \
	  "where somebody left.",                                          \
	  "De quienes empezaron. Solo cuenta la última pregunta "         \
	  "que vio cada persona: una que no se hizo no es un "             \
	  "abandono.")                                                     \
	X(STATS_LEFT_NONE, "Nobody left before the end.",                  \
	  "Nadie se fue antes del final.")                                 \
	X(STATS_OUTCOMES, "What the answers called for",                   \
	  "Qué pedían las respuestas")                                     \
	X(STATS_URGENT, "See a doctor soon", "Ir pronto al médico")        \
	X(STATS_DOCTOR, "See a doctor first", "Ir antes al médico")        \
	X(STATS_NOT_NOW, "Not now", "Ahora no")                            \
	X(STATS_ASK_FIRST, "Ask your doctor first",                        \
	  "Preguntar antes al médico")                                     \
	X(STATS_TELL_US, "Tell the clinic", "Contárselo a la clínica")     \
	X(STATS_NO_SIGN, "No warning signs", "Sin señales de aviso")       \
	X(STATS_FEW,                                                       \
	  "Not shown: with fewer than {n} visits it could be told"         \
	  " whose these are. Choose a longer period.",                     \
	  "No se muestra: con menos de {n} visitas se podría "            \
	  "saber de quién son. Elija un periodo más largo.")               \
	X(STATS_ENDED, "How visits ended", "Cómo acabaron las visitas")    \
	X(STATS_FINISHED, "Finished by the visitor",                       \
	  "Terminadas por la persona")                                     \
	X(STATS_OVER, "Cleared by the visitor", "Borradas por la persona") \
	X(STATS_IDLE, "Left alone, then cleared",                          \
	  "Abandonadas y luego borradas")                                  \
	X(STATS_CLOSED, "Closed by staff", "Cerradas por el personal")     \
	X(STATS_BY_LANGUAGE, "Languages", "Idiomas")                       \
	X(STATS_BY_KIOSK, "Kiosks", "Quioscos")                            \
	X(STATS_BY_DAY, "Visits a day", "Visitas por día")                 \
	X(STATS_BY_WEEK, "Visits a week (from its Monday)",                \
	  "Visitas por semana (desde el lunes)")                           \
	X(STATS_BY_MONTH, "Visits a month", "Visitas por mes")             \
	X(STATS_BY_WEEKDAY, "Days of the week", "Días de la semana")       \
	X(STATS_HOUR_NOTE,                                                 \
	  "Hours are not kept: beside the time at which details "          \
	  "were left they would say whose visit it was.",                  \
	  "Las horas no se guardan: junto a la hora en que "               \
	  "alguien dejó sus datos dirían de quién fue la visita.")         \
	X(STATS_MONDAY, "Monday", "Lunes")                                 \
	X(STATS_TUESDAY, "Tuesday", "Martes")                              \
	X(STATS_WEDNESDAY, "Wednesday", "Miércoles")                       \
	X(STATS_THURSDAY, "Thursday", "Jueves")                            \
	X(STATS_FRIDAY, "Friday", "Viernes")                               \
	X(STATS_SATURDAY, "Saturday", "Sábado")                            \
	X(STATS_SUNDAY, "Sunday", "Domingo")                               \
	X(STATS_NO_VISIT, "No visits in this time.",                       \
	  "No hay visitas en este tiempo.")                                \
	X(STATS_PROMISE,                                                   \
	  "Counts only. Nothing here, nor in what it was counted "         \
	  "from, leads from a visit to a person.",                         \
	  "Solo recuentos. Nada de esto, ni de lo que se contó, "         \
	  "lleva de una visita a una persona.")

enum stats_word {
#define X(id, english, spanish) id,
	STATS_WORDS(X)
#undef X
	STATS_WORD_COUNT
};

const char *stats_word(enum stats_language language, enum stats_word word);

/* "en" or "es", and back; false for any other. */
const char *stats_language_code(enum stats_language language);
bool stats_language_find(enum stats_language *language, const char *code);

#endif
