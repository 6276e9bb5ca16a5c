/* A route is walked by the places of its panels, so each has one. */
#include "way/routes.h"

static bool has_panel(const struct route *route, int count, int panel)
{
    for (int i = 0; i < count; i++)
        if (route->panels[i] == panel)
            return true;
    return false;
}

static void settle(const struct exhibit *exhibit, struct route *route, struct findings *findings)
{
    int kept = 0;

    for (int i = 0; i < route->panel_count; i++) {
        int panel = route->panels[i];

        if (panel >= 0 && has_panel(route, kept, panel))
            findings_add(findings, FINDING_WARNING, route->origin,
                         CODED("named-twice") "panels: \"%s\" is named twice in this route; remove one of the two",
                         exhibit->panels[panel].id);
        else if (panel >= 0)
            route->panels[kept++] = panel;
    }
    route->panel_count = kept;
}

void routes_settle(struct exhibit *exhibit, struct findings *findings)
{
    int kept = 0;

    for (int i = 0; i < exhibit->route_count; i++) {
        settle(exhibit, &exhibit->routes[i], findings);
        if (exhibit->routes[i].panel_count > 0)
            exhibit->routes[kept++] = exhibit->routes[i];
    }
    exhibit->route_count = kept;
}
