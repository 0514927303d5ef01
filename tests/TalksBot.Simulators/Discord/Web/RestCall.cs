using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace TalksBot.Simulators.Discord.Web;

/// <summary>A request as a route sees it: path values, query, body and files already taken apart.</summary>
internal sealed record RestCall(IReadOnlyDictionary<string, string> Path, IQueryCollection Query)
{
    public JsonNode? Body { get; init; }

    public IReadOnlyList<UploadedFile> Files { get; init; } = [];

    /// <summary>The body as an object; anything else is an invalid form.</summary>
    public JsonObject Form => Body as JsonObject ?? throw Discord.Rules.Form.Invalid("", "DICT_TYPE_CONVERT", "Only dictionaries may be used in a DictType");

    public ulong Id(string name) =>
        ulong.TryParse(Path[name], NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            ? id
            : throw Discord.Rules.Form.Invalid(name, "NUMBER_TYPE_COERCE", $"Value \"{Path[name]}\" is not snowflake.");

    /// <summary>A snowflake of the query string; null when absent.</summary>
    public ulong? QueryId(string name) =>
        ulong.TryParse(Query[name], NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;

    public bool QueryFlag(string name) => Query[name].ToString() is "true" or "True" or "1";

    public int QueryNumber(string name, int least, int most, int otherwise)
    {
        if (!Query.TryGetValue(name, out var text))
        {
            return otherwise;
        }

        return int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most
            ? number
            : throw Discord.Rules.Form.Invalid(name, "NUMBER_TYPE_MAX", $"int value should be between {least} and {most}.");
    }
}
