using System.Text;
using System.Text.Json.Nodes;
using TalksBot.Simulators.Slack.State;

namespace TalksBot.Simulators.Slack.Blocks;

/// <summary>Modals. slack.md §9.</summary>
internal static class ViewRules
{
    private const int LargestView = 250 * 1024;

    /// <summary>Null when the view is good; otherwise the error and its complaints.</summary>
    public static (string Error, IReadOnlyList<string> Complaints)? Fault(SlackWorld world, JsonObject view)
    {
        if (Encoding.UTF8.GetByteCount(view.ToJsonString()) > LargestView)
        {
            return ("view_too_large", []);
        }

        var complaints = new Complaints();
        if (view["type"]?.ToString() is not "modal")
        {
            complaints.Add("/view/type", "must be a valid enum value: modal");
        }

        TextRules.Check(view, "title", "/view", 24, complaints, plain: true);
        TextRules.Check(view, "submit", "/view", 24, complaints, plain: true, required: false);
        TextRules.Check(view, "close", "/view", 24, complaints, plain: true, required: false);
        complaints.Text(view, "private_metadata", "/view", 3000);
        complaints.Text(view, "callback_id", "/view", 255);
        complaints.Text(view, "external_id", "/view", 255);
        if (complaints.Items(view, "blocks", "/view", (1, 100)) is { Count: > 0 } blocks)
        {
            new BlockRules(world, complaints).Check(blocks, "/view/blocks", modal: true);
            if (view["submit"] is null && blocks.Any(block => block?["type"]?.ToString() is "input"))
            {
                complaints.Add("/view", "must define `submit` to use an `input` block in modals");
            }
        }

        return complaints.Any ? ("invalid_arguments", complaints.All) : null;
    }
}
