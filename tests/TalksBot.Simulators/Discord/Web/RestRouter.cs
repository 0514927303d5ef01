namespace TalksBot.Simulators.Discord.Web;

/// <summary>Finds the route of a method and a path; fixed words win over placeholders.</summary>
internal sealed class RestRouter(IEnumerable<RestRoute> routes)
{
    private readonly RestRoute[] _routes = [.. routes.OrderBy(route => route.Segments.Count(segment => segment[0] is '{'))];

    public (RestRoute Route, Dictionary<string, string> Path) Find(string method, string path)
    {
        var segments = path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        var known = false;
        foreach (var route in _routes)
        {
            if (route.Match(segments) is not { } values)
            {
                continue;
            }

            known = true;
            if (string.Equals(route.Method, method, StringComparison.OrdinalIgnoreCase))
            {
                return (route, values);
            }
        }

        throw known ? new Refusal(405, 0, "405: Method Not Allowed") : Refusal.NotFound;
    }
}
