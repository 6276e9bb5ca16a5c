/* CSV as LibreOffice, Excel and Numbers write it, and as they are to read it. */
#include "tables/table.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

/* Rows are shown as "number:line:cell|cell|", one a line, "!" behind one whose quote is open. */
static const struct read_row {
    const char *bytes;
    size_t size; /* 0: a text */
    enum table_fault fault;
    const char *shown;
} read_rows[] = {
    {"a,b\n1,2\n", 0, TABLE_FINE, "1:1:a|b|\n2:2:1|2|\n"},
    {"\xEF\xBB\xBF"
     "a,b\r\n1,2\r\n",
     0, TABLE_FINE, "1:1:a|b|\n2:2:1|2|\n"},
    {"a;b\r1,5;2\r", 0, TABLE_FINE, "1:1:a|b|\n2:2:1,5|2|\n"},
    {"a\tb\n1;5,0\t2", 0, TABLE_FINE, "1:1:a|b|\n2:2:1;5,0|2|\n"},
    {"sep=;\r\na,b;c\r\n", 0, TABLE_FINE, "2:2:a,b|c|\n"},
    {"\"a;b;c\",d\n", 0, TABLE_FINE, "1:1:a;b;c|d|\n"},
    {"a,b\n\"one \"\"two\"\"\r\nthree\",x\n\n,,\nlast\n", 0, TABLE_FINE, "1:1:a|b|\n2:2:one \"two\"\nthree|x|\n5:6:last|\n"},
    {"a,b\n x , \" y \" \n", 0, TABLE_FINE, "1:1:a|b|\n2:2:x| y  |\n"},
    {"a,b\n5\" wide,x\"y\n", 0, TABLE_FINE, "1:1:a|b|\n2:2:5\" wide|x\"y|\n"},
    {"a,b\n1,\"open\n2,x\n", 0, TABLE_FINE, "1:1:a|b|\n2:2:1|open\n2,x\n|!\n"},
    {"\xFF\xFE"
     "a\0\t\0\xE9\0\r\0\n\0",
     12, TABLE_FINE, "1:1:a|é|\n"},
    {"\xFE\xFF"
     "\0a\0,\xD8\x3D\xDE\x00",
     10, TABLE_FINE, "1:1:a|😀|\n"},
    {"\xFF\xFE"
     "a\0\x3D\xD8",
     6, TABLE_NOT_TEXT, ""},
    {"caf\xE9,x\n", 0, TABLE_NOT_TEXT, ""},
    {"a\0b", 3, TABLE_ZERO, ""},
    {"\xFF\xFE", 2, TABLE_EMPTY, ""},
    {"\n\r\n,,\n", 0, TABLE_EMPTY, ""},
};

static void tables_are_read_from_any_desk(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNTOF(read_rows); i++) {
        const struct read_row *row = &read_rows[i];
        struct arena *arena = arena_create();
        struct buffer shown = {0};
        struct table_rows table;

        assert_int_equal(table_read(&table, arena, (struct bytes){row->bytes, row->size ? row->size : strlen(row->bytes)}), row->fault);
        buffer_add(&shown, "", 0);
        for (int r = 0; row->fault == TABLE_FINE && r < table.count; r++) {
            buffer_printf(&shown, "%d:%d:", table.rows[r].number, table.rows[r].line);
            for (int c = 0; c < table.rows[r].count; c++)
                buffer_printf(&shown, "%s|", table_cell(&table.rows[r], c));
            buffer_printf(&shown, table.rows[r].is_open ? "!\n" : "\n");
        }
        assert_string_equal(shown.bytes, row->shown);
        buffer_finish(&shown);
        arena_destroy(arena);
    }
}

/* Whatever a cell holds comes back, whichever mark parts them, and no spreadsheet takes it for a formula. */
static void what_is_written_is_read_back(void **state)
{
    static const char *const cells[] = {"",     "a", "a,b", "a;b", "a\tb", "\"",   "\"a\" b", "one\ntwo", " a ", "- one\n- two",
                                        "=1+1", "+", "@",   "'=",  "'a",   "''-x", "é"};
    static const char marks[] = ",;\t";

    (void)state;
    for (const char *mark = marks; *mark; mark++) {
        struct arena *arena = arena_create();
        struct buffer out = {0};
        struct table_writer writer;
        struct table_rows table;

        table_begin(&writer, &out, *mark);
        for (size_t round = 0; round < 2; round++) {
            for (size_t i = 0; i < COUNTOF(cells); i++)
                table_put(&writer, table_shielded(arena, cells[i]));
            table_end_row(&writer);
        }
        assert_int_equal(table_read(&table, arena, (struct bytes){out.bytes, out.length}), TABLE_FINE);
        assert_int_equal(table.count, 2);
        for (size_t i = 0; i < COUNTOF(cells); i++) {
            const char *cell = table_cell(&table.rows[1], (int)i);

            assert_null(cell[0] ? strchr("=+-@", cell[0]) : NULL);
            assert_string_equal(table_unshielded(cell), cells[i]);
        }
        assert_string_equal(table_cell(&table.rows[1], COUNTOF(cells)), "");
        buffer_finish(&out);
        arena_destroy(arena);
    }
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(tables_are_read_from_any_desk),
        cmocka_unit_test(what_is_written_is_read_back),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
