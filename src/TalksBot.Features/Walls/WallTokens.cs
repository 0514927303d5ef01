using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using TalksBot.Core.Access;
using TalksBot.Core.Commands;
using TalksBot.Core.Posts;
using TalksBot.Core.Text;
using TalksBot.Core.Times;
using TalksBot.Features.Access;
using TalksBot.Features.Commands;
using TalksBot.Features.Settings;
using TalksBot.Storage;

namespace TalksBot.Features.Walls;

/// <summary>Makes an address at which a screen shows the wallboard.</summary>
internal sealed class AddWall(AccessTokens tokens, RecordLookup find, IOptions<WebOptions> web, IClock clock) : IDeclaredCommand
{
    private static readonly ParameterSpec Label = new("label", ParameterKind.Text, "what to call it, such as the room the screen hangs in") { NamedOnly = true };

    /// <inheritdoc/>
    public static CommandSpec Spec { get; } = new(
        "wall add",
        "make an address at which a screen shows the wallboard",
        Role.Chief,
        [new("talks", ParameterKind.Talks, "only these talks; all of the desk when left out"), Label])
    {
        Changes = true,
        IsFinal = true,
        Example = "/talks wall add us-japan-autos label:\"newsroom, left screen\"",
    };

    /// <inheritdoc/>
    public async Task<Reply> RunAsync(CommandCall call, CancellationToken token)
    {
        if (!web.Value.Enabled)
        {
            return Reply.Refuse($"Nothing listens for screens: set {WebOptions.Section}:Enabled to true and start TalksBot again.");
        }

        if (!ArgumentReader.Words(call, (Label.Name, AccessToken.LongestLabel)).Is(out var words, out var refusal))
        {
            return refusal;
        }

        (int? id, var of) = (null, "all talks");
        if (call.Find("talks") is not null)
        {
            if (!(await find.TalksAsync(call, token)).Is(out var talks, out refusal))
            {
                return refusal;
            }

            (id, of) = (talks.Id, talks.Title);
        }

        var (made, secret) = await tokens.MakeAsync(new AccessScope(AccessKind.Wall, id, Role: null), words[Label.Name], call.Stamp(clock.GetCurrentInstant()), token);
        return Reply.Answer(
            $"Wall {made.Name} shows {of}{Typography.Dash(made.Label)}",
            new PostPiece.Line($"Open on the screen: {web.Value.Root}/wall/{secret}"),
            new PostPiece.Line("The address is told this once, and whoever has it sees the wall. It never asks anybody to log in."),
            new PostPiece.Line($"To take it away: /talks wall revoke {made.Name}"));
    }
}

/// <summary>Shows which walls there are.</summary>
internal sealed class ListWalls(AccessTokens tokens, TalksDb db, TalksHere here, IClock clock) : IDeclaredCommand
{
    /// <inheritdoc/>
    public static CommandSpec Spec { get; } = new("wall list", "show which walls there are, and who made them", Role.Chief, [ListPage.Parameter])
    {
        Example = "/talks wall list",
    };

    /// <inheritdoc/>
    public async Task<Reply> RunAsync(CommandCall call, CancellationToken token)
    {
        if (!ListPage.Read(call).Is(out var page, out var refusal))
        {
            return refusal;
        }

        var all = await tokens.OfAsync(AccessKind.Wall, token);
        var ids = all.Select(wall => wall.NegotiationId).OfType<int>().ToHashSet();
        var titles = await db.Negotiations.Where(talks => ids.Contains(talks.Id)).ToDictionaryAsync(talks => talks.Id, talks => talks.Title, token);
        var own = await here.ClockAsync(call.Caller.Channel, token);
        var shown = page.Of(all);
        var now = clock.GetCurrentInstant();
        return page.Show(call, shown, new Post(
            all.Count == 0 ? "There is no wall" : Typography.Capital(Typography.Count(all.Count, "wall")),
            Severity.Calm,
            all.Count == 0
                ? [new PostPiece.Line("Make one: /talks wall add")]
                : [.. shown.Items.Select(wall => new PostPiece.Line($"{wall.Name} shows {Of(wall, titles)}{Typography.Dash(wall.Label)}, made by {wall.By} {TimeWording.NearDay(wall.At, own, now)}"))]));
    }

    private static string Of(AccessToken wall, Dictionary<int, string> titles) => wall.NegotiationId is { } id ? titles.GetValueOrDefault(id, "talks that are being imported") : "all talks";
}

/// <summary>Takes a wall away: whoever looks at it sees nothing any more.</summary>
internal sealed class RevokeWall(AccessTokens tokens, IClock clock) : IDeclaredCommand
{
    private static readonly ParameterSpec Wall = new("wall", ParameterKind.Text, "the wall's number, such as W3") { Required = true };

    /// <inheritdoc/>
    public static CommandSpec Spec { get; } = new("wall revoke", "take a wall away: its address shows nothing any more, also where it is open", Role.Chief, [Wall])
    {
        Changes = true,
        IsFinal = true,
        Example = "/talks wall revoke W3",
    };

    /// <inheritdoc/>
    public async Task<Reply> RunAsync(CommandCall call, CancellationToken token)
    {
        if (await tokens.NamedAsync(AccessKind.Wall, call[Wall.Name], token) is not { } known)
        {
            return Reply.Refuse($"There is no wall “{Echo.Of(call[Wall.Name])}”; /talks wall list shows those there are.");
        }

        tokens.Revoke(known, call.Stamp(clock.GetCurrentInstant()));
        return Reply.Answer($"Wall {known.Name}{Typography.Dash(known.Label)} is taken away: its address shows nothing any more");
    }
}
