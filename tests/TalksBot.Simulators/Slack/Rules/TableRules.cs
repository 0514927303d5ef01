using System.Text.Json.Nodes;

namespace TalksBot.Simulators.Slack.Rules;

/// <summary>Tables of a message, and those that can be paged. slack.md §10.</summary>
internal sealed class TableRules(Complaints complaints)
{
    /// <summary>How many plain ones there were.</summary>
    public int Count { get; private set; }

    public void Check(JsonObject block, string at)
    {
        if (block["type"]!.ToString() is "data_table")
        {
            CheckPaged(block, at);
            return;
        }

        Count++;
        var rows = complaints.Items(block, "rows", at, (1, 100));
        for (var index = 0; index < rows.Count; index++)
        {
            if (rows[index] is not JsonArray { Count: >= 1 and <= 20 } cells)
            {
                complaints.Add($"{at}/rows/{index}", "must hold 1 to 20 cells");
            }
            else if (cells.Any(cell => cell?["type"]?.ToString() is not ("raw_text" or "raw_number" or "rich_text")))
            {
                complaints.Add($"{at}/rows/{index}", "cells must be raw_text or rich_text");
            }
        }

        complaints.Items(block, "column_settings", at, (0, 20));
    }

    private void CheckPaged(JsonObject block, string at)
    {
        complaints.Items(block, "rows", at, (2, 101));
        if (block["caption"] is null)
        {
            complaints.Missing(at, "caption");
        }

        if (block["page_size"] is { } size && !(size is JsonValue value && value.TryGetValue<int>(out var number) && number is >= 1 and <= 100))
        {
            complaints.Add($"{at}/page_size", "must be between 1 and 100");
        }
    }
}
