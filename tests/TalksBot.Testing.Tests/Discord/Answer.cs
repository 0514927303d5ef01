using System.Net;
using System.Text.Json.Nodes;

namespace TalksBot.Testing.Tests.Discord;

/// <summary>What came back for a request, already judged by the OpenAPI document.</summary>
public sealed record Answer(HttpStatusCode Status, JsonNode? Body, IReadOnlyDictionary<string, string> Headers, string Text)
{
    public int Code => (int?)Body?["code"] ?? -1;

    public string Id => (string)Body!["id"]!;

    /// <summary>The first error code at a dotted place of the error tree; null when there is none.</summary>
    public string? Fault(string at) =>
        (string?)at.Split('.').Aggregate(Body?["errors"], (node, key) => node?[key])?["_errors"]?[0]?["code"];
}
