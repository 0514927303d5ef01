namespace TalksBot.Core.Tests.Archive;

/// <summary>Files as a hand might write them.</summary>
internal static class Json
{
    /// <summary>One file whose only talks have these members too.</summary>
    public static string Talks(string members) => File(OneTalks(members));

    public static string File(string talks) => $$"""{ "format": "talksbot/1", "talks": [{{talks}}] }""";

    public static string OneTalks(string members, string slug = "dock-strike") => $$"""
        { "slug": "{{slug}}", "title": "Dock strike", "zone": "Europe/Zurich", "openedAt": "1995-06-27T05:00:00Z",
          "parties": [{ "code": "UNION", "name": "Dockers' union" }, { "code": "PORT", "name": "Port authority" }]{{(members.Length == 0 ? "" : ",")}} {{members}} }
        """;

    public static string Deadline(string members) => Talks($$"""
        "deadlines": [{ "number": 1, "label": "Strike", "at": "1995-06-28T23:59-04:00[America/New_York]"{{members}} }]
        """);

    public static string Update(string members, string attribution = "a union official") => Talks($$"""
        "updates": [{ "number": 1, "text": "Close.", "attribution": "{{attribution}}", "sourcing": "official", "heardAt": "1995-06-27T06:00:00Z"{{members}} }]
        """);

    public static string Session(string members) => Talks($$"""
        "sessions": [{ "number": 1, "startsAt": "1995-06-27T11:00+02:00[Europe/Zurich]"{{members}} }]
        """);
}
