using System.Text;
using System.Text.Json.Nodes;
using TalksBot.Simulators.Slack.State;

namespace TalksBot.Simulators.Slack.Rules;

/// <summary>Modals and the app's home. slack.md §9.</summary>
internal static class ViewRules
{
    private const int LargestView = 250 * 1024;

    /// <summary>Null when the view is good; otherwise the error and its complaints.</summary>
    /// <param name="kind"><c>modal</c> or <c>home</c>; null for either.</param>
    public static (string Error, IReadOnlyList<string> Complaints)? Fault(SlackWorld world, JsonObject view, string? kind = "modal")
    {
        if (Encoding.UTF8.GetByteCount(view.ToJsonString()) > LargestView)
        {
            return ("view_too_large", []);
        }

        var complaints = new Complaints();
        var type = view["type"]?.ToString();
        if (type is not ("modal" or "home") || (kind is not null && type != kind))
        {
            complaints.Add("/view/type", $"must be a valid enum value: {kind ?? "modal, home"}");
        }

        if (type is not "home")
        {
            TextRules.Check(view, "title", "/view", 24, complaints, plain: true);
            TextRules.Check(view, "submit", "/view", 24, complaints, plain: true, required: false);
            TextRules.Check(view, "close", "/view", 24, complaints, plain: true, required: false);
        }

        complaints.Text(view, "private_metadata", "/view", 3000);
        complaints.Text(view, "callback_id", "/view", 255);
        complaints.Text(view, "external_id", "/view", 255);
        if (complaints.Items(view, "blocks", "/view", (1, 100)) is { Count: > 0 } blocks)
        {
            new BlockRules(world, complaints).Check(blocks, "/view/blocks", modal: true);
            if (type is not "home" && view["submit"] is null && blocks.Any(block => block?["type"]?.ToString() is "input"))
            {
                complaints.Add("/view", "must define `submit` to use an `input` block in modals");
            }
        }

        return complaints.Any ? ("invalid_arguments", complaints.All) : null;
    }
}
