/*
 * vcf - leads as contacts for a telephone: vCard 4.0 (RFC 6350).
 *
 * Name, phone, e-mail, language, and a note with the reference and the
 * preferred time.  Nothing about anybody's health.
 */
#ifndef HAIRLINE_EXPORT_VCF_H
#define HAIRLINE_EXPORT_VCF_H

#include "hairline/export/export.h"

extern const struct export_format export_vcf;

#endif
