using Microsoft.EntityFrameworkCore;
using TalksBot.Core.Channels;
using TalksBot.Core.Commands;
using TalksBot.Core.Negotiations;
using TalksBot.Core.Posts;
using TalksBot.Core.Text;
using TalksBot.Storage;

namespace TalksBot.Features.Commands;

/// <summary>Which talks a command means, found out before it runs: by slug, title or code, or those that the caller's channel follows.</summary>
internal sealed class TalksNames(TalksDb db)
{
    private const int MostChoices = 5;

    /// <summary>The command with the slug of the talks it means; where none can be told, as it was given, for the command to refuse.</summary>
    public async Task<Found<CommandCall>> InAsync(CommandCall given, CancellationToken token)
    {
        var call = await FromChannelAsync(given, token);
        if (call.Spec.Parameters.FirstOrDefault(parameter => parameter.Kind is ParameterKind.Talks) is not { } parameter)
        {
            return call;
        }

        if (call.Find(parameter.Name) is { } typed)
        {
            return (await MeantAsync(call, parameter, typed, token)).Is(out var meant, out var unclear)
                ? meant.Slug is { } slug ? Named(call, parameter, slug) : await WithoutAsync(call, parameter, typed, token)
                : unclear;
        }

        if (call.UnlessTalks is { Word: var word, Refusal: var refusal })
        {
            return (await MeantAsync(call, parameter, word, token)).Is(out var meant, out var unclear)
                ? meant.Slug is null ? await FromHereAsync(call, parameter, token) : refusal
                : unclear;
        }

        return parameter.FromHere ? await FromHereAsync(call, parameter, token) : call;
    }

    /// <summary>The slugs of the talks that are called so, open ones where there are any; empty where none are.</summary>
    public async Task<IReadOnlyList<string>> SlugsAsync(string typed, CancellationToken token)
    {
        var slug = typed.ToLowerInvariant();
        if (await db.Negotiations.AnyAsync(talks => talks.Slug == slug, token))
        {
            return [slug];
        }

        var known = await db.Negotiations.AsNoTracking().Select(talks => new { talks.Slug, talks.Title, talks.Parties, talks.Status }).ToListAsync(token);
        var named = known.Where(talks => Same(talks.Title, typed) || Same(Negotiation.CodeOf(talks.Slug, talks.Parties), typed)).ToList();
        var open = named.Where(talks => talks.Status is not TalksStatus.Closed).ToList();
        return [.. (open.Count > 0 ? open : named).Select(talks => talks.Slug)];
    }

    /// <summary>What is said in a channel's thread about talks is said in the channel.</summary>
    private async Task<CommandCall> FromChannelAsync(CommandCall call, CancellationToken token)
    {
        var place = call.Caller.Channel;
        return await db.Follows.Where(follow => follow.Thread == place).Select(follow => follow.Channel).FirstOrDefaultAsync(token) is { } channel
            ? call with { Caller = call.Caller with { Channel = channel } }
            : call;
    }

    /// <summary>What was typed names no talks: then it may be the first word of what comes after them.</summary>
    private async Task<Found<CommandCall>> WithoutAsync(CommandCall call, ParameterSpec parameter, string typed, CancellationToken token)
    {
        if (call.WithoutTalks is not { } other || NearMiss.Of(typed.ToLowerInvariant(), await db.Negotiations.Select(talks => talks.Slug).ToListAsync(token)) is not null)
        {
            return call;
        }

        return await OnlyHereAsync(parameter, call.Caller.Channel, token) is { } slug ? Named(other, parameter, slug)
            : parameter.Required && await Followed(parameter, call.Caller.Channel).AnyAsync(token) ? await FromHereAsync(other, parameter, token)
            : call;
    }

    private async Task<Found<CommandCall>> FromHereAsync(CommandCall call, ParameterSpec parameter, CancellationToken token)
    {
        if (await OnlyHereAsync(parameter, call.Caller.Channel, token) is { } slug)
        {
            return Named(call, parameter, slug);
        }

        if (!parameter.Required)
        {
            return call;
        }

        var here = await Followed(parameter, call.Caller.Channel).OrderBy(talks => talks.Slug).Select(talks => talks.Slug).Take(MostChoices).ToListAsync(token);
        var choices = here.Count > 0 ? here : await Meanable(parameter).OrderBy(talks => talks.Slug).Select(talks => talks.Slug).Take(MostChoices).ToListAsync(token);
        return choices.Count == 0
            ? Reply.Refuse(parameter.HasEnded ? "No talks have ended, so there is nothing to reopen." : "No talks are open; begin with /talks open.")
            : Reply.Refuse(
                (here.Count > 1, parameter.HasEnded) switch
                {
                    (_, var hasEnded) when call.Caller.IsDirect => choices.Count == 1 ? "Say which talks you mean." : $"Several talks {(hasEnded ? "have ended" : "are open")}; say which you mean.",
                    (true, true) => "Several talks that this channel follows have ended; say which you mean.",
                    (true, _) => "This channel follows several talks; say which you mean.",
                    (_, true) => "No talks that this channel follows have ended; say which you mean.",
                    _ => "This channel follows no talks; say which you mean.",
                },
                [.. choices.Select(choice => new PostButton(choice, call.Retyped(parameter.Name, choice)))]);
    }

    /// <summary>The talks that a command can mean where they are left out: those that are open, or those that have ended.</summary>
    private IQueryable<Negotiation> Meanable(ParameterSpec parameter) => parameter.HasEnded
        ? db.Negotiations.Where(talks => talks.Status == TalksStatus.Closed || talks.Status == TalksStatus.Agreed || talks.Status == TalksStatus.Collapsed)
        : db.Negotiations.Where(talks => talks.Status != TalksStatus.Closed);

    /// <summary>The only such talks that the channel follows; null where there are none or several.</summary>
    private async Task<string?> OnlyHereAsync(ParameterSpec parameter, ChannelAddress channel, CancellationToken token)
    {
        var slugs = await Followed(parameter, channel).Select(talks => talks.Slug).Take(2).ToListAsync(token);
        return slugs.Count == 1 ? slugs[0] : null;
    }

    /// <summary>Those of them that the channel follows.</summary>
    private IQueryable<Negotiation> Followed(ParameterSpec parameter, ChannelAddress channel) => Meanable(parameter)
        .Where(talks => talks.Follows.Any(follow => follow.Channel == channel && follow.RemovedAt == null));

    /// <summary>The talks that a word means; without a slug where it means none.</summary>
    private async Task<Found<Meant>> MeantAsync(CommandCall call, ParameterSpec parameter, string typed, CancellationToken token)
    {
        var slugs = await SlugsAsync(typed, token);
        return slugs.Count < 2
            ? new Meant(slugs.Count == 0 ? null : slugs[0])
            : Reply.Refuse($"Several talks are called “{Echo.Of(typed)}”; say which you mean.", [.. slugs.Take(MostChoices).Select(slug => new PostButton(slug, call.Retyped(parameter.Name, slug)))]);
    }

    private static CommandCall Named(CommandCall call, ParameterSpec parameter, string slug) =>
        call with { Values = new Dictionary<string, string>(call.Values, StringComparer.Ordinal) { [parameter.Name] = slug } };

    /// <summary>Dashes and blanks are typed in many ways.</summary>
    private static bool Same(string name, string typed) => Bare(name).Equals(Bare(typed), StringComparison.OrdinalIgnoreCase);

    private static string Bare(string text) => string.Concat(text.Where(char.IsLetterOrDigit));

    private sealed record Meant(string? Slug);
}
