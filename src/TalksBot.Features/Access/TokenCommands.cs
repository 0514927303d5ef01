using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using TalksBot.Core.Access;
using TalksBot.Core.Commands;
using TalksBot.Core.Posts;
using TalksBot.Core.Text;
using TalksBot.Core.Times;
using TalksBot.Features.Commands;
using TalksBot.Features.Settings;
using TalksBot.Storage;

namespace TalksBot.Features.Access;

/// <summary>What the commands about tokens do alike, whichever door they open.</summary>
internal sealed class TokenCommands(AccessTokens tokens, TalksDb db, RecordLookup find, TalksHere here, IOptions<WebOptions> web, IClock clock)
{
    /// <summary>Makes one that shows the talks that the command names, or all of the desk.</summary>
    /// <param name="call">The command.</param>
    /// <param name="door">The door.</param>
    /// <returns>The token and its secret, or the reply that refuses it.</returns>
    public async Task<Found<MadeToken>> MakeAsync(CommandCall call, TokenDoor door, CancellationToken token)
    {
        if (!web.Value.Enabled)
        {
            return Reply.Refuse($"Nothing listens for {door.Visitors}: set {WebOptions.Section}:Enabled to true and start TalksBot again.");
        }

        if (!(await ScopeAsync(call, token)).Is(out var scope, out var refusal)
            || !ArgumentReader.Words(call, (door.Label.Name, AccessToken.LongestLabel)).Is(out var words, out refusal))
        {
            return refusal;
        }

        Role? role = door.May is { } may ? Enum.Parse<Role>(call[may.Name], ignoreCase: true) : null;
        var (made, secret) = await tokens.MakeAsync(new AccessScope(door.Kind, scope.Talks, role), words[door.Label.Name], call.Stamp(clock.GetCurrentInstant()), token);
        return new MadeToken(made, secret, scope, web.Value.Root);
    }

    /// <summary>Shows which there are.</summary>
    /// <param name="call">The command.</param>
    /// <param name="door">The door.</param>
    /// <param name="shows">What some of them show that are of no talks alone, by their rows.</param>
    public async Task<Reply> ListAsync(CommandCall call, TokenDoor door, IReadOnlyDictionary<int, string> shows, CancellationToken token)
    {
        if (!ListPage.Read(call).Is(out var page, out var refusal))
        {
            return refusal;
        }

        var all = await tokens.OfAsync(door.Kind, token);
        var ids = all.Select(known => known.NegotiationId).OfType<int>().ToHashSet();
        var titles = await db.Negotiations.Where(talks => ids.Contains(talks.Id)).ToDictionaryAsync(talks => talks.Id, talks => talks.Title, token);
        var own = await here.ClockAsync(call.Caller.Channel, token);
        var shown = page.Of(all);
        var now = clock.GetCurrentInstant();
        return page.Show(call, shown, new Post(
            all.Count == 0 ? $"There is no {door.Noun}" : Typography.Capital(Typography.Count(all.Count, door.Noun)),
            Severity.Calm,
            all.Count == 0
                ? [new PostPiece.Line($"Make one: /talks {door.Name} add")]
                : [.. shown.Items.Select(known => new PostPiece.Line($"{known.Name} {door.Opens(known, Of(known))}{Typography.Dash(known.Label)}, made by {known.By} {TimeWording.NearDay(known.At, own, now)}"))]));

        string Of(AccessToken known) => known.NegotiationId is { } id
            ? titles.GetValueOrDefault(id, "talks that are being imported")
            : shows.GetValueOrDefault(known.Id, TokenScope.Desk.Of);
    }

    private async Task<Found<TokenScope>> ScopeAsync(CommandCall call, CancellationToken token) => call.Find(TokenDoor.Talks.Name) is null
        ? TokenScope.Desk
        : (await find.TalksAsync(call, token)).Is(out var talks, out var refusal) ? new TokenScope(talks.Id, talks.Title, talks.Slug) : refusal;

    /// <summary>Takes one away.</summary>
    /// <param name="call">The command.</param>
    /// <param name="door">The door.</param>
    /// <param name="gone">What its address does from then on, as it follows a colon.</param>
    /// <param name="also">What goes with it.</param>
    public async Task<Reply> RevokeAsync(CommandCall call, TokenDoor door, string gone, Func<AccessToken, Task> also, CancellationToken token)
    {
        var typed = call[door.One.Name];
        if (await tokens.NamedAsync(door.Kind, typed, token) is not { } known)
        {
            return Reply.Refuse($"There is no {door.Noun} “{Echo.Of(typed)}”; /talks {door.Name} list shows those there are.");
        }

        await also(known);
        tokens.Revoke(known, call.Stamp(clock.GetCurrentInstant()));
        return Reply.Answer($"{Typography.Capital(door.Noun)} {known.Name}{Typography.Dash(known.Label)} is taken away: {gone}");
    }
}

/// <summary>A door as its commands speak of it.</summary>
/// <param name="Kind">The door.</param>
/// <param name="Name">The group of its commands: <c>wall</c>.</param>
/// <param name="Visitors">What comes to it, as in <c>screens</c>.</param>
internal sealed record TokenDoor(AccessKind Kind, string Name, string Visitors)
{
    /// <summary>One token of it, or what is seen through it, in a sentence; its last word names it among a command's parameters.</summary>
    public string Noun { get => field ?? Name; init; }

    /// <summary>What a token's bearer may do, as whoever makes one says it; null where the door only shows.</summary>
    public ParameterSpec? May { get; init; }

    /// <summary>What a token does with what it is for: <c>shows all talks</c>.</summary>
    public Func<AccessToken, string, string> Opens { get; init; } = (_, of) => $"shows {of}";

    /// <summary>Which of them a command is about.</summary>
    public ParameterSpec One => new(Noun.Split(' ')[^1], ParameterKind.Text, $"the {Noun}'s number, such as {Kind.Letter()}3") { Required = true };

    /// <summary>What it is called.</summary>
    public ParameterSpec Label { get; init; } = new("label", ParameterKind.Text, "what to call it") { NamedOnly = true };

    /// <summary>The talks that it shows.</summary>
    public static ParameterSpec Talks { get; } = new("talks", ParameterKind.Talks, "only these talks; all of the desk when left out");
}

/// <summary>What a token shows.</summary>
/// <param name="Talks">The row of the talks; null for none alone.</param>
/// <param name="Of">What it shows, in words.</param>
/// <param name="Slug">The name of the talks in commands; empty for none alone.</param>
internal sealed record TokenScope(int? Talks, string Of, string Slug)
{
    /// <summary>All of the desk.</summary>
    public static TokenScope Desk { get; } = new(Talks: null, "all talks", "");
}

/// <summary>A token that was made.</summary>
/// <param name="Token">The token.</param>
/// <param name="Secret">Its secret, which is told this once.</param>
/// <param name="Scope">What it shows.</param>
/// <param name="Root">What browsers put before a path, without a slash at its end.</param>
internal sealed record MadeToken(AccessToken Token, string Secret, TokenScope Scope, string Root);
