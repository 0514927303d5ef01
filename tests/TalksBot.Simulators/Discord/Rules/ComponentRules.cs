using System.Text.Json.Nodes;

namespace TalksBot.Simulators.Discord.Rules;

/// <summary>The limits of message components. Protocol sheet §4.</summary>
internal sealed class ComponentRules(Form form, bool v2, IReadOnlySet<string> fileNames)
{
    private const int MostInAll = 40;

    private readonly HashSet<string> _customIds = new(StringComparer.Ordinal);
    private int _count;

    public void Check(JsonObject body, string at)
    {
        foreach (var (component, place) in form.Items(body, "components", at, v2 ? MostInAll : 5))
        {
            CheckTop(component, place);
        }

        if (_count > MostInAll)
        {
            form.Add(Form.Join(at, "components"), "COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED", $"The total number of components cannot exceed {MostInAll}");
        }
    }

    private void CheckTop(JsonObject component, string at)
    {
        _count++;
        switch (Kind(component), v2)
        {
            case (1, _):
                CheckRow(component, at);
                break;
            case (9, true):
                CheckSection(component, at);
                break;
            case (10, true):
                form.Text(component, "content", at, 4000, 1, required: true);
                break;
            case (12, true):
                CheckGallery(component, at);
                break;
            case (13, true):
                CheckFile(component["file"] as JsonObject, $"{at}.file");
                break;
            case (14, true):
                form.Whole(component, "spacing", at, 1, 2);
                break;
            case (17, true):
                CheckContainer(component, at);
                break;
            default:
                WrongKind(at, v2 ? "1, 9, 10, 12, 13, 14, 17" : "1");
                break;
        }
    }

    private void CheckRow(JsonObject row, string at)
    {
        var inside = form.Items(row, "components", at, 5, 1);
        foreach (var (component, place) in inside)
        {
            _count++;
            switch (Kind(component))
            {
                case 2:
                    CheckButton(component, place);
                    break;
                case 3 or 5 or 6 or 7 or 8 when inside.Count is 1:
                    CheckSelect(component, place);
                    break;
                default:
                    WrongKind(place, inside.Count is 1 ? "2, 3, 5, 6, 7, 8" : "2");
                    break;
            }
        }
    }

    private void CheckButton(JsonObject button, string at)
    {
        var style = form.Whole(button, "style", at, 1, 6, required: true);
        form.Text(button, "label", at, 80);
        var named = button["custom_id"] is not null;
        if (style is 5 or 6)
        {
            if (named)
            {
                form.Add($"{at}.custom_id", "BUTTON_COMPONENT_CUSTOM_ID_FORBIDDEN", "A custom id cannot be used with this button style");
            }

            form.Text(button, style is 5 ? "url" : "sku_id", at, 512, 1, required: true);
        }
        else
        {
            CheckCustomId(button, at);
            if (button["url"] is not null)
            {
                form.Add($"{at}.url", "BUTTON_COMPONENT_URL_FORBIDDEN", "A url can only be used with a link button");
            }
        }

        if (style is not 6 && button["label"] is null && button["emoji"] is null)
        {
            form.Add(at, "BUTTON_COMPONENT_MUST_HAVE_LABEL_OR_EMOJI", "A button must have a label or an emoji");
        }
    }

    private void CheckSelect(JsonObject select, string at)
    {
        CheckCustomId(select, at);
        form.Text(select, "placeholder", at, 150);
        form.Whole(select, "min_values", at, 0, 25);
        form.Whole(select, "max_values", at, 1, 25);
        if (Kind(select) is 3)
        {
            SelectRules.CheckOptions(form, select, at);
        }
    }

    private void CheckSection(JsonObject section, string at)
    {
        foreach (var (text, place) in form.Items(section, "components", at, 3, 1))
        {
            _count++;
            form.Text(text, "content", place, 4000, 1, required: true);
        }

        _count++;
        switch (section["accessory"])
        {
            case JsonObject button when Kind(button) is 2:
                CheckButton(button, $"{at}.accessory");
                break;
            case JsonObject thumbnail when Kind(thumbnail) is 11:
                CheckMedia(thumbnail["media"] as JsonObject, $"{at}.accessory.media");
                break;
            default:
                WrongKind($"{at}.accessory", "2, 11");
                break;
        }
    }

    private void CheckGallery(JsonObject gallery, string at)
    {
        foreach (var (item, place) in form.Items(gallery, "items", at, 10, 1))
        {
            CheckMedia(item["media"] as JsonObject, $"{place}.media");
        }
    }

    private void CheckContainer(JsonObject container, string at)
    {
        form.Whole(container, "accent_color", at, 0, 16_777_215);
        foreach (var (component, place) in form.Items(container, "components", at, MostInAll, 1))
        {
            if (Kind(component) is 17)
            {
                WrongKind(place, "1, 9, 10, 12, 13, 14");
                continue;
            }

            CheckTop(component, place);
        }
    }

    private void CheckFile(JsonObject? media, string at)
    {
        CheckMedia(media, at);
        if ((string?)media?["url"] is { } url && !url.StartsWith("attachment://", StringComparison.Ordinal))
        {
            form.Add($"{at}.url", "URL_TYPE_INVALID_SCHEME", "Scheme must be one of ('attachment',).");
        }
    }

    private void CheckMedia(JsonObject? media, string at)
    {
        var url = form.Text(media ?? [], "url", at, 2048, 1, required: true);
        if (url?.StartsWith("attachment://", StringComparison.Ordinal) is true && !fileNames.Contains(url["attachment://".Length..]))
        {
            form.Add($"{at}.url", "ATTACHMENT_NOT_FOUND", "The referenced attachment was not found.");
        }
    }

    private void CheckCustomId(JsonObject component, string at)
    {
        var id = form.Text(component, "custom_id", at, 100, 1, required: true);
        if (id is not null && !_customIds.Add(id))
        {
            form.Add($"{at}.custom_id", "COMPONENT_CUSTOM_ID_DUPLICATED", "Component custom id cannot be duplicated");
        }
    }

    private void WrongKind(string at, string kinds) => form.Add($"{at}.type", "UNION_TYPE_CHOICES", $"Value of field \"type\" must be one of ({kinds}).");

    private static int Kind(JsonObject component) => component["type"] is JsonValue value && value.TryGetValue(out int kind) ? kind : 0;
}
