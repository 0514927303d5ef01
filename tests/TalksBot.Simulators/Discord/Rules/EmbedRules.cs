using System.Globalization;
using System.Text.Json.Nodes;

namespace TalksBot.Simulators.Discord.Rules;

/// <summary>The limits of embeds. Protocol sheet §3.</summary>
internal static class EmbedRules
{
    private const int MostTextInAll = 6000;

    public static void Check(Form form, JsonObject body, string at, IReadOnlySet<string> fileNames)
    {
        var inAll = 0;
        foreach (var (embed, place) in form.Items(body, "embeds", at, 10))
        {
            inAll += CheckOne(form, embed, place, fileNames);
        }

        if (inAll > MostTextInAll)
        {
            form.Add(Form.Join(at, "embeds"), "MAX_EMBED_SIZE_EXCEEDED", $"Embed size exceeds maximum size of {MostTextInAll}");
        }
    }

    private static int CheckOne(Form form, JsonObject embed, string at, IReadOnlySet<string> fileNames)
    {
        var text = Count(form.Text(embed, "title", at, 256)) + Count(form.Text(embed, "description", at, 4096));
        form.Whole(embed, "color", at, 0, 16_777_215);
        CheckUrl(form, embed, "url", at, null);
        CheckTimestamp(form, embed, at);
        foreach (var picture in new[] { "image", "thumbnail" })
        {
            if (embed[picture] is JsonObject part)
            {
                CheckUrl(form, part, "url", $"{at}.{picture}", fileNames, required: true);
            }
        }

        text += CheckNamed(form, embed, "footer", "text", 2048, at, fileNames);
        text += CheckNamed(form, embed, "author", "name", 256, at, fileNames);
        foreach (var (field, place) in form.Items(embed, "fields", at, 25))
        {
            text += Count(form.Text(field, "name", place, 256, required: true));
            text += Count(form.Text(field, "value", place, 1024, required: true));
            RequireText(form, field, "name", place);
            RequireText(form, field, "value", place);
        }

        if (text is 0 && embed["image"] is null && embed["thumbnail"] is null)
        {
            form.Required($"{at}.description");
        }

        return text;
    }

    private static int CheckNamed(Form form, JsonObject embed, string part, string key, int most, string at, IReadOnlySet<string> fileNames)
    {
        if (embed[part] is not JsonObject named)
        {
            return 0;
        }

        CheckUrl(form, named, "icon_url", $"{at}.{part}", fileNames);
        CheckUrl(form, named, "url", $"{at}.{part}", null);
        var text = form.Text(named, key, $"{at}.{part}", most, required: true);
        RequireText(form, named, key, $"{at}.{part}");
        return Count(text);
    }

    private static void RequireText(Form form, JsonObject from, string key, string at)
    {
        if (from[key] is JsonValue value && value.TryGetValue(out string? text) && string.IsNullOrWhiteSpace(text))
        {
            form.Required($"{at}.{key}");
        }
    }

    private static void CheckTimestamp(Form form, JsonObject embed, string at)
    {
        var text = form.Text(embed, "timestamp", at, 64);
        if (text is not null && !DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out _))
        {
            form.Add($"{at}.timestamp", "DATE_TIME_TYPE_PARSE", $"Could not parse {text}. Should be ISO8601.");
        }
    }

    /// <summary>With file names, <c>attachment://</c> is taken too and must name one of them exactly.</summary>
    private static void CheckUrl(Form form, JsonObject from, string key, string at, IReadOnlySet<string>? fileNames, bool required = false)
    {
        var text = form.Text(from, key, at, 2048, required: required);
        if (string.IsNullOrEmpty(text))
        {
            return;
        }

        if (fileNames is not null && text.StartsWith("attachment://", StringComparison.Ordinal))
        {
            CheckAttachment(form, text["attachment://".Length..], Form.Join(at, key), fileNames);
            return;
        }

        if (!Uri.TryCreate(text, UriKind.Absolute, out var uri))
        {
            form.Add(Form.Join(at, key), "URL_TYPE_INVALID_URL", "Not a well formed URL.");
        }
        else if (uri.Scheme is not ("http" or "https"))
        {
            form.Add(Form.Join(at, key), "URL_TYPE_INVALID_SCHEME", $"Scheme \"{uri.Scheme}\" is not supported. Scheme must be one of ('http', 'https').");
        }
    }

    private static void CheckAttachment(Form form, string name, string at, IReadOnlySet<string> fileNames)
    {
        if (!fileNames.Contains(name))
        {
            form.Add(at, "ATTACHMENT_NOT_FOUND", $"The referenced attachment \"{name}\" was not found.");
        }
        else if (Path.GetExtension(name).ToUpperInvariant() is not (".JPG" or ".JPEG" or ".PNG" or ".WEBP" or ".GIF"))
        {
            form.Add(at, "ATTACHMENT_NOT_AN_IMAGE", $"\"{name}\" is not a picture an embed can show.");
        }
    }

    private static int Count(string? text) => text?.Trim().Length ?? 0;
}
