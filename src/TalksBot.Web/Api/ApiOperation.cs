using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using TalksBot.Core.Commands;
using TalksBot.Features.Access;
using TalksBot.Features.Views;

namespace TalksBot.Web.Api;

/// <summary>One thing that programs may ask for. Routes, rights and the document that describes them all come from here.</summary>
/// <param name="Method">How.</param>
/// <param name="Path">Where, behind <see cref="ViewPaths.Root"/>.</param>
/// <param name="Id">What programs made from the document call it.</param>
/// <param name="Summary">What it does, in one line.</param>
/// <param name="Role">The least role that may.</param>
/// <param name="Answers">What it answers.</param>
/// <param name="RunAsync">Does it.</param>
internal sealed record ApiOperation(string Method, string Path, string Id, string Summary, Role Role, Type Answers, Func<ApiRequest, CancellationToken, Task<ApiAnswer>> RunAsync)
{
    /// <summary>What may stand behind the question mark.</summary>
    public IReadOnlyList<ApiParameter> Query { get; init; } = [];

    /// <summary>What is sent; null where nothing is.</summary>
    public Type? Body { get; init; }

    /// <summary>What answers that it was done.</summary>
    public int Success { get; init; } = StatusCodes.Status200OK;

    /// <summary>True where it changes something that was read.</summary>
    public bool ChangesWhatWasRead { get; init; }
}

/// <summary>Something that may stand behind the question mark.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Summary">What it is for.</param>
internal sealed record ApiParameter(string Name, string Summary)
{
    /// <summary>What it is, as JSON Schema calls it.</summary>
    public string Type { get; init; } = "string";

    /// <summary>What sort of text it is, as JSON Schema calls it; empty for any.</summary>
    public string Format { get; init; } = "";

    /// <summary>How many rows.</summary>
    public static readonly ApiParameter Limit = new("limit", string.Create(CultureInfo.InvariantCulture, $"how many are handed out, at most {SliceAsk.Most}; {SliceAsk.Usual} when left out")) { Type = "integer" };

    /// <summary>From where on.</summary>
    public static readonly ApiParameter Cursor = new("cursor", "where the list goes on: the `next` of the answer before");
}

/// <summary>What a program asks.</summary>
/// <param name="Http">The request.</param>
/// <param name="Door">What its token opens.</param>
internal sealed record ApiRequest(HttpContext Http, OpenDoor Door)
{
    /// <summary>The row of the talks that the token opens; null for all.</summary>
    public int? Only => Door.Scope.Talks;

    /// <summary>Something of the path.</summary>
    public string this[string name] => Http.Request.RouteValues[name] as string ?? "";

    /// <summary>Something behind the question mark; null where it was not given.</summary>
    public string? Find(string name) => Http.Request.Query.TryGetValue(name, out var given) && given.ToString() is { Length: > 0 } text ? text : null;

    /// <summary>How many rows are asked for, and from where on; false, and why not, where that cannot be read.</summary>
    public bool TrySlice([NotNullWhen(true)] out SliceAsk? ask, [NotNullWhen(false)] out ApiAnswer? refusal)
    {
        (ask, refusal) = (null, null);
        var limit = SliceAsk.Usual;
        if (Find(ApiParameter.Limit.Name) is { } typed && !(int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out limit) && limit is > 0 and <= SliceAsk.Most))
        {
            refusal = ApiAnswer.Refuse(StatusCodes.Status400BadRequest, string.Create(CultureInfo.InvariantCulture, $"limit is a number from 1 to {SliceAsk.Most}."), "limit");
            return false;
        }

        Cursor? from = null;
        if (Find(ApiParameter.Cursor.Name) is { } cursor && (from = Cursor.Read(cursor)) is null)
        {
            refusal = ApiAnswer.Refuse(StatusCodes.Status400BadRequest, "cursor is not one that was handed out here; begin again without it.", "cursor");
            return false;
        }

        ask = new SliceAsk(limit, from);
        return true;
    }

    /// <summary>Reads what was sent.</summary>
    /// <returns>What was sent; or why it cannot be read.</returns>
    public async Task<(object? Body, ApiAnswer? Refusal)> ReadAsync(Type type, CancellationToken token)
    {
        if (!Http.Request.HasJsonContentType())
        {
            return (null, ApiAnswer.Refuse(StatusCodes.Status415UnsupportedMediaType, "Send JSON, and say so: Content-Type: application/json."));
        }

        JsonDocument document;
        try
        {
            document = await JsonDocument.ParseAsync(Http.Request.Body, new JsonDocumentOptions { MaxDepth = 8, AllowDuplicateProperties = false }, token);
        }
        catch (JsonException)
        {
            return (null, ApiAnswer.Refuse(StatusCodes.Status400BadRequest, "Send JSON that names each field once."));
        }

        using (document)
        {
            var root = document.RootElement;
            var isConfirming = root.ValueKind is JsonValueKind.Object && root.TryGetProperty(CommandCall.Confirm, out var confirm)
                && !(confirm.ValueKind is JsonValueKind.String && (confirm.ValueEquals(CommandCall.Agreed) || confirm.ValueEquals(CommandCall.Which)));
            return Read(root, isConfirming ? typeof(ConfirmBody) : type);
        }
    }

    private static (object? Body, ApiAnswer? Refusal) Read(JsonElement root, Type type)
    {
        if (root.ValueKind is not JsonValueKind.Object)
        {
            return (null, ApiAnswer.Refuse(StatusCodes.Status400BadRequest, "Send one JSON object."));
        }

        var known = ApiJson.Options.GetTypeInfo(type).Properties;
        if (known.FirstOrDefault(property => property.IsRequired && !root.TryGetProperty(property.Name, out _)) is { } missing)
        {
            return (null, ApiAnswer.Refuse(StatusCodes.Status400BadRequest, $"{missing.Name} is missing.", missing.Name));
        }

        if (root.EnumerateObject().FirstOrDefault(given => !known.Any(property => property.Name == given.Name)) is { Value.ValueKind: not JsonValueKind.Undefined } unknown)
        {
            return (null, ApiAnswer.Refuse(
                StatusCodes.Status400BadRequest,
                type == typeof(ConfirmBody)
                    ? "confirm is yes, which, or what a preview gave; that stands alone, for the preview has the rest."
                    : $"“{Echo.Of(unknown.Name)}” is nothing that this takes; it takes {string.Join(", ", known.Select(property => property.Name))}."));
        }

        try
        {
            return (root.Deserialize(type, ApiJson.Options), null);
        }
        catch (JsonException fault)
        {
            var at = known.FirstOrDefault(property => $"$.{property.Name}" == fault.Path?.Split('[')[0]);
            return (null, ApiAnswer.Refuse(StatusCodes.Status400BadRequest, at is null ? "What was sent cannot be read." : $"{at.Name} must be {Wanted(at.PropertyType)}.", at?.Name));
        }
    }

    /// <summary>What a field holds, as a sentence ends.</summary>
    private static string Wanted(Type type) => (Nullable.GetUnderlyingType(type) ?? type) switch
    {
        { IsEnum: true } choice => $"one of {string.Join(", ", Enum.GetNames(choice).Select(JsonNamingPolicy.KebabCaseLower.ConvertName))}",
        var moment when moment == typeof(OffsetDateTime) => "a moment with its offset, such as 1995-06-28T23:59:00-04:00",
        var text when text == typeof(string) => "a text",
        _ => "a list of texts",
    };
}
