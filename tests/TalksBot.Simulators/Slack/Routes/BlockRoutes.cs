using System.Text.Json.Nodes;
using TalksBot.Simulators.Slack.Rules;
using TalksBot.Simulators.Slack.Posting;
using TalksBot.Simulators.Slack.State;
using TalksBot.Simulators.Slack.Web;

namespace TalksBot.Simulators.Slack.Routes;

/// <summary><c>blocks.validate</c>, since 10 June 2026: judges blocks, a message or a view without showing them; no scope is needed.</summary>
internal sealed class BlockRoutes(SlackWorld world)
{
    private readonly MessageForm _form = new(world);

    public IEnumerable<WebMethod> All() => [new("blocks.validate", Tier.Three, Validate)];

    private JsonObject Validate(WebCall call)
    {
        if (call.Json("view", "invalid_arguments") is JsonObject view)
        {
            return ViewRules.Fault(world, view, kind: null) is var (error, complaints) ? throw new Refusal(error is "invalid_arguments" ? "invalid_blocks" : error) { Complaints = complaints } : [];
        }

        if (call.Json("message", "invalid_arguments") is JsonObject message)
        {
            _form.Read(new WebCall(world, message.DeepClone().AsObject()));
            return [];
        }

        if (call.Json("blocks", "invalid_blocks_format") is not { } given)
        {
            throw Refusal.Missing("blocks");
        }

        var blocks = given as JsonArray ?? throw new Refusal("invalid_blocks_format");
        var found = new Complaints();
        new BlockRules(world, found).Check(blocks, "/blocks", modal: false);
        return found.Any ? throw new Refusal("invalid_blocks") { Complaints = found.All } : [];
    }
}
