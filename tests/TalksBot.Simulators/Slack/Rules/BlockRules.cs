using System.Text.Json.Nodes;
using TalksBot.Simulators.Slack.State;

namespace TalksBot.Simulators.Slack.Rules;

/// <summary>Every limit of slack.md §10 on a list of blocks.</summary>
internal sealed class BlockRules(SlackWorld world, Complaints complaints)
{
    private const int LongestMarkdown = 12_000;
    private readonly HashSet<string> _blockIds = new(StringComparer.Ordinal);
    private readonly TableRules _tables = new(complaints);
    private int _markdown;

    /// <summary>Tables, of which Slack refuses all but the first under another name than the rest.</summary>
    public int Tables => _tables.Count;

    public void Check(JsonArray blocks, string pointer, bool modal)
    {
        var max = modal ? 100 : 50;
        if (blocks.Count > max)
        {
            complaints.Add(pointer, $"no more than {max} items allowed");
        }

        for (var at = 0; at < blocks.Count; at++)
        {
            if (blocks[at] is JsonObject block)
            {
                CheckBlock(block, $"{pointer}/{at}", modal);
            }
            else
            {
                complaints.Add($"{pointer}/{at}", "must provide an object");
            }
        }
    }

    private void CheckBlock(JsonObject block, string at, bool modal)
    {
        if (complaints.Text(block, "block_id", at, 255) is { } id && !_blockIds.Add(id))
        {
            complaints.Add($"{at}/block_id", $"`block_id` '{id}' already exists");
        }

        CheckKind(block, block["type"]?.ToString(), at, modal);
    }

    private void CheckKind(JsonObject block, string? type, string at, bool modal)
    {
        switch (type)
        {
            case "section":
                CheckSection(block, at);
                break;
            case "header":
                TextRules.Check(block, "text", at, 150, complaints, plain: true);
                break;
            case "context":
                CheckContext(block, at);
                break;
            case "actions":
                CheckElements(block, at, 25);
                break;
            case "context_actions" when !modal:
                CheckElements(block, at, 5);
                break;
            case "image":
                new ImageRules(world, complaints).Check(block, at);
                TextRules.Check(block, "title", at, 2000, complaints, plain: true, required: false);
                break;
            case "input":
                CheckInput(block, at);
                break;
            case "markdown" when !modal:
                CheckMarkdown(block, at);
                break;
            case "table" or "data_table" when !modal:
                _tables.Check(block, at);
                break;
            case "divider":
                break;
            case "rich_text":
                RichTextRules.Check(block, at, complaints);
                break;
            case var other:
                complaints.Add($"{at}/type", $"unsupported type: {other ?? "none"}");
                break;
        }
    }

    private void CheckSection(JsonObject block, string at)
    {
        if (block["text"] is null && block["fields"] is null)
        {
            complaints.Add(at, "must provide one of: text, fields");
        }

        TextRules.Check(block, "text", at, TextRules.Longest, complaints, required: false);
        var fields = complaints.Items(block, "fields", at, (block["fields"] is null ? 0 : 1, 10));
        for (var index = 0; index < fields.Count; index++)
        {
            TextRules.CheckObject(fields[index], $"{at}/fields/{index}", 2000, complaints);
        }

        if (block["accessory"] is JsonObject { } accessory && accessory["type"]?.ToString() is "image")
        {
            new ImageRules(world, complaints).Check(accessory, $"{at}/accessory");
        }
        else if (block["accessory"] is { } other)
        {
            ElementRules.Check(other, $"{at}/accessory", [], complaints);
        }
    }

    private void CheckContext(JsonObject block, string at)
    {
        var elements = complaints.Items(block, "elements", at, (1, 10));
        for (var index = 0; index < elements.Count; index++)
        {
            if (elements[index] is JsonObject element && element["type"]?.ToString() is "image")
            {
                new ImageRules(world, complaints).Check(element, $"{at}/elements/{index}");
            }
            else
            {
                TextRules.CheckObject(elements[index], $"{at}/elements/{index}", 2000, complaints);
            }
        }
    }

    private void CheckElements(JsonObject block, string at, int max)
    {
        var elements = complaints.Items(block, "elements", at, (1, max));
        var ids = new HashSet<string>(StringComparer.Ordinal);
        for (var index = 0; index < elements.Count; index++)
        {
            ElementRules.Check(elements[index], $"{at}/elements/{index}", ids, complaints);
        }
    }

    private void CheckInput(JsonObject block, string at)
    {
        TextRules.Check(block, "label", at, 2000, complaints, plain: true);
        TextRules.Check(block, "hint", at, 2000, complaints, plain: true, required: false);
        if (block["element"] is null)
        {
            complaints.Missing(at, "element");
        }
        else
        {
            ElementRules.Check(block["element"], $"{at}/element", [], complaints);
        }
    }

    private void CheckMarkdown(JsonObject block, string at)
    {
        _markdown += complaints.Text(block, "text", at, LongestMarkdown, required: true)?.Length ?? 0;
        if (_markdown > LongestMarkdown)
        {
            complaints.Add($"{at}/text", $"must be less than {LongestMarkdown + 1} characters over all markdown blocks");
        }
    }
}
