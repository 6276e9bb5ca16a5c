/* JSON is written a line a finding, so that two lists can be compared by eye. */
#include "reference/findings_json.h"

#include "base/base.h"
#include "reference/codes.h"
#include "reference/json.h"

#include <string.h>

static const char *const severities[] = {[FINDING_HINT] = "hint", [FINDING_WARNING] = "warning", [FINDING_ERROR] = "error"};
static const char *const levels[] = {[FINDING_HINT] = "note", [FINDING_WARNING] = "warning", [FINDING_ERROR] = "error"};

static void add_finding(struct buffer *out, const struct finding *finding)
{
    const struct finding_kind *kind = codes_find(finding->code);

    buffer_printf(out, "    {");
    json_pair(out, "file", finding->file);
    buffer_printf(out, ", \"line\": %d, \"column\": %d, ", finding->line, finding->column);
    json_pair(out, "severity", severities[finding->severity]);
    buffer_printf(out, ", ");
    json_pair(out, "code", finding->code);
    buffer_printf(out, ", ");
    json_pair(out, "concern", kind ? concern_names[kind->concern] : "");
    buffer_printf(out, ", ");
    json_pair(out, "message", finding->message);
    buffer_printf(out, "}");
}

void findings_json(struct buffer *out, const struct findings *findings)
{
    int total = findings_total(findings);

    buffer_printf(out, "{\n  \"errors\": %d, \"warnings\": %d, \"hints\": %d,\n  \"findings\": [", findings_count(findings, FINDING_ERROR),
                  findings_count(findings, FINDING_WARNING), findings_count(findings, FINDING_HINT));
    for (int i = 0; i < total; i++) {
        buffer_printf(out, "%s\n", i > 0 ? "," : "");
        add_finding(out, findings_at(findings, i));
    }
    buffer_printf(out, "%s]\n}\n", total > 0 ? "\n  " : "");
}

/* A path inside the exhibit as the reference that a URI has (RFC 3986). */
static void add_uri(struct buffer *out, const char *path)
{
    struct buffer uri = {0};

    for (; *path; path++) {
        bool plain = (*path >= 'a' && *path <= 'z') || (*path >= 'A' && *path <= 'Z') || (*path >= '0' && *path <= '9') ||
                     strchr("-._~/", *path) != NULL;

        buffer_printf(&uri, plain ? "%c" : "%%%02X", plain ? *path : (unsigned char)*path);
    }
    json_pair(out, "uri", uri.bytes ? uri.bytes : "");
    buffer_finish(&uri);
}

static void add_rules(struct buffer *out)
{
    for (int i = 0; i < finding_kind_count; i++) {
        buffer_printf(out, "%s\n        {", i > 0 ? "," : "");
        json_pair(out, "id", finding_kinds[i].code);
        buffer_printf(out, ", \"fullDescription\": {");
        json_pair(out, "text", finding_kinds[i].help);
        buffer_printf(out, "}, \"properties\": {\"tags\": [");
        json_text(out, concern_names[finding_kinds[i].concern]);
        buffer_printf(out, "]}}");
    }
}

static void add_result(struct buffer *out, const struct finding *finding)
{
    const struct finding_kind *kind = codes_find(finding->code);

    buffer_printf(out, "      {");
    if (kind) {
        json_pair(out, "ruleId", kind->code);
        buffer_printf(out, ", ");
    }
    json_pair(out, "level", levels[finding->severity]);
    buffer_printf(out, ", \"message\": {");
    json_pair(out, "text", finding->message);
    buffer_printf(out, "}, \"locations\": [{\"physicalLocation\": {\"artifactLocation\": {");
    add_uri(out, finding->file);
    /* a whole file or folder is told at its first line: editors and code hosts show nothing that has none */
    buffer_printf(out, "}, \"region\": {\"startLine\": %d, \"startColumn\": %d}}}]}", int_max(finding->line, 1),
                  int_max(finding->column, 1));
}

void findings_sarif(struct buffer *out, const struct findings *findings, const char *version)
{
    int total = findings_total(findings);

    buffer_printf(out, "{\n  \"$schema\": \"https://json.schemastore.org/sarif-2.1.0.json\",\n  \"version\": \"2.1.0\",\n  \"runs\": [{\n"
                       "    \"columnKind\": \"unicodeCodePoints\",\n    \"tool\": {\"driver\": {\"name\": \"vitrina\", ");
    json_pair(out, "version", version);
    buffer_printf(out, ",\n      \"rules\": [");
    add_rules(out);
    buffer_printf(out, "\n      ]}},\n    \"results\": [");
    for (int i = 0; i < total; i++) {
        buffer_printf(out, "%s\n", i > 0 ? "," : "");
        add_result(out, findings_at(findings, i));
    }
    buffer_printf(out, "%s]\n  }]\n}\n", total > 0 ? "\n    " : "");
}
