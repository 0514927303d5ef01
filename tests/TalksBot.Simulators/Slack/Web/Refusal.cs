using System.Text.Json.Nodes;

namespace TalksBot.Simulators.Slack.Web;

/// <summary>An answer with <c>ok:false</c>. slack.md §1.</summary>
internal sealed class Refusal(string error) : Exception
{
    public string Error { get; } = error;

    /// <summary>Complaints with JSON pointers.</summary>
    public IReadOnlyList<string> Complaints { get; init; } = [];

    /// <summary>The scope that is missing, and those there are.</summary>
    public (string Needed, string Provided)? Scopes { get; init; }

    public static Refusal Invalid(params string[] complaints) => new("invalid_arguments") { Complaints = complaints };

    public static Refusal Missing(string field) => Invalid($"missing required field: {field}");

    public JsonObject ToJson()
    {
        var json = new JsonObject { ["ok"] = false, ["error"] = Error };
        if (Scopes is var (needed, provided))
        {
            json["needed"] = needed;
            json["provided"] = provided;
        }

        if (Complaints.Count > 0)
        {
            json["errors"] = new JsonArray([.. Complaints.Select(one => (JsonNode)one)]);
            json["response_metadata"] = new JsonObject { ["messages"] = new JsonArray([.. Complaints.Select(one => (JsonNode)$"[ERROR] {one}")]) };
        }

        return json;
    }
}
