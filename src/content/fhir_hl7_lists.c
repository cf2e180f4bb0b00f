#include "hairline/content/fhir_hl7_lists.h"

#include <stddef.h>

#define END                            \
	{                              \
		NULL, NULL, NULL, NULL \
	}
#define DATA_ABSENT "http://terminology.hl7.org/CodeSystem/data-absent-reason"

const struct hl7_code hl7_genders[] = {
	{NULL, "male", "Male", "Hombre"},
	{NULL, "female", "Female", "Mujer"},
	{NULL, "other", "Other", "Otro"},
	{NULL, "unknown", "Unknown", "No se sabe"},
	END,
};

const struct hl7_code hl7_yes_no[] = {
	{NULL, "Y", "Yes", "Sí"},
	{NULL, "N", "No", "No"},
	END,
};

const struct hl7_code hl7_yes_no_dont_know[] = {
	{NULL, "Y", "Yes", "Sí"},
	{NULL, "N", "No", "No"},
	{DATA_ABSENT, "asked-unknown", "Don't know", "No lo sé"},
	END,
};

const struct hl7_code hl7_yes_no_unknown[] = {
	{NULL, "Y", "Yes", "Sí"},
	{NULL, "N", "No", "No"},
	{NULL, "ASKU", "Unknown", "No se sabe"},
	{NULL, "NASK", "Not asked", "No se preguntó"},
	END,
};

const struct hl7_code hl7_expanded_yes_no[] = {
	{NULL, "Y", "Yes", "Sí"},
	{NULL, "N", "No", "No"},
	{NULL, "NI", "No information", "Sin información"},
	{NULL, "NA", "Not applicable", "No corresponde"},
	{NULL, "UNK", "Unknown", "No se sabe"},
	{NULL, "NASK", "Not asked", "No se preguntó"},
	{NULL, "ASKU", "Asked but unknown", "Se preguntó, no se sabe"},
	{NULL, "NAV", "Temporarily unavailable", "No disponible por ahora"},
	{NULL, "NP", "Not present", "No está presente"},
	END,
};

const struct hl7_code hl7_address_uses[] = {
	{NULL, "home", "Home", "Casa"},
	{NULL, "work", "Work", "Trabajo"},
	{NULL, "temp", "Temporary", "Temporal"},
	{NULL, "old", "Old / incorrect", "Antigua o incorrecta"},
	{NULL, "billing", "Billing", "Facturación"},
	END,
};

const struct hl7_code hl7_address_types[] = {
	{NULL, "postal", "Postal", "Postal"},
	{NULL, "physical", "Physical", "Física"},
	{NULL, "both", "Postal and physical", "Postal y física"},
	END,
};

const struct hl7_code hl7_contact_uses[] = {
	{NULL, "home", "Home", "Casa"},      {NULL, "work", "Work", "Trabajo"},
	{NULL, "temp", "Temp", "Temporal"},  {NULL, "old", "Old", "Antiguo"},
	{NULL, "mobile", "Mobile", "Móvil"}, END,
};

const struct hl7_code hl7_contact_systems[] = {
	{NULL, "phone", "Phone", "Teléfono"},
	{NULL, "fax", "Fax", "Fax"},
	{NULL, "email", "Email", "Correo electrónico"},
	{NULL, "pager", "Pager", "Buscapersonas"},
	{NULL, "url", "URL", "Página web"},
	{NULL, "sms", "SMS", "SMS"},
	{NULL, "other", "Other", "Otro"},
	END,
};

const struct hl7_code hl7_name_uses[] = {
	{NULL, "usual", "Usual", "Habitual"},
	{NULL, "official", "Official", "Oficial"},
	{NULL, "temp", "Temp", "Temporal"},
	{NULL, "nickname", "Nickname", "Apodo"},
	{NULL, "anonymous", "Anonymous", "Anónimo"},
	{NULL, "old", "Old", "Anterior"},
	{NULL, "maiden", "Name changed for marriage", "De soltera o soltero"},
	END,
};

const struct hl7_code hl7_days[] = {
	{NULL, "mon", "Monday", "Lunes"},
	{NULL, "tue", "Tuesday", "Martes"},
	{NULL, "wed", "Wednesday", "Miércoles"},
	{NULL, "thu", "Thursday", "Jueves"},
	{NULL, "fri", "Friday", "Viernes"},
	{NULL, "sat", "Saturday", "Sábado"},
	{NULL, "sun", "Sunday", "Domingo"},
	END,
};

const struct hl7_code hl7_condition_clinical[] = {
	{NULL, "active", "Active", "Activa"},
	{NULL, "recurrence", "Recurrence", "Reaparición"},
	{NULL, "relapse", "Relapse", "Recaída"},
	{NULL, "inactive", "Inactive", "Inactiva"},
	{NULL, "remission", "Remission", "Remisión"},
	{NULL, "resolved", "Resolved", "Resuelta"},
	END,
};

const struct hl7_code hl7_condition_certainty[] = {
	{NULL, "unconfirmed", "Unconfirmed", "Sin confirmar"},
	{NULL, "provisional", "Provisional", "Provisional"},
	{NULL, "differential", "Differential", "Diferencial"},
	{NULL, "confirmed", "Confirmed", "Confirmada"},
	{NULL, "refuted", "Refuted", "Descartada"},
	{NULL, "entered-in-error", "Entered in Error", "Anotada por error"},
	END,
};

const struct hl7_code hl7_condition_severity[] = {
	{NULL, "24484000", "Severe", "Grave"},
	{NULL, "6736007", "Moderate", "Moderada"},
	{NULL, "255604002", "Mild", "Leve"},
	END,
};

const struct hl7_code hl7_allergy_clinical[] = {
	{NULL, "active", "Active", "Activa"},
	{NULL, "inactive", "Inactive", "Inactiva"},
	{NULL, "resolved", "Resolved", "Resuelta"},
	END,
};

const struct hl7_code hl7_allergy_types[] = {
	{NULL, "allergy", "Allergy", "Alergia"},
	{NULL, "intolerance", "Intolerance", "Intolerancia"},
	END,
};

const struct hl7_code hl7_allergy_categories[] = {
	{NULL, "food", "Food", "Alimento"},
	{NULL, "medication", "Medication", "Medicamento"},
	{NULL, "environment", "Environment", "Ambiente"},
	{NULL, "biologic", "Biologic", "Producto biológico"},
	END,
};

const struct hl7_code hl7_allergy_criticality[] = {
	{NULL, "low", "Low Risk", "Riesgo bajo"},
	{NULL, "high", "High Risk", "Riesgo alto"},
	{NULL, "unable-to-assess", "Unable to Assess Risk",
	 "No se puede valorar el riesgo"},
	END,
};

const struct hl7_code hl7_reaction_severity[] = {
	{NULL, "mild", "Mild", "Leve"},
	{NULL, "moderate", "Moderate", "Moderada"},
	{NULL, "severe", "Severe", "Grave"},
	END,
};

const struct hl7_code hl7_priorities[] = {
	{NULL, "routine", "Routine", "Normal"},
	{NULL, "urgent", "Urgent", "Urgente"},
	{NULL, "asap", "ASAP", "Lo antes posible"},
	{NULL, "stat", "STAT", "Inmediata"},
	END,
};

const struct hl7_code hl7_medication_places[] = {
	{NULL, "inpatient", "Inpatient", "Ingreso"},
	{NULL, "outpatient", "Outpatient", "Ambulatorio"},
	{NULL, "community", "Community", "Comunidad"},
	{NULL, "discharge", "Discharge", "Alta"},
	END,
};
