using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TalksBot.Core.Commands;
using TalksBot.Core.Deliveries;
using TalksBot.Core.Leads;
using TalksBot.Core.Negotiations;
using TalksBot.Core.Posts;
using TalksBot.Features.Commands;
using TalksBot.Features.Updates;
using TalksBot.Storage;

namespace TalksBot.Features.Feeds;

/// <summary>Makes an update of a lead, as somebody who has read it wants it; what they leave out is as the lead says it.</summary>
internal sealed class PublishLead(TalksDb db, FeedLookup feeds, LeadPosts posts, [FromKeyedServices("update add")] ICommand add, IClock clock) : IDeclaredCommand, IFillsForm
{
    private static readonly ParameterSpec Text = new("text", ParameterKind.Text, "what is told; the lead's title when left out") { NamedOnly = true, Lengthy = true, HasLines = true };

    private static readonly ParameterSpec Source = new("source", ParameterKind.Text, "who says it, as it may be printed; the feed's label when left out") { NamedOnly = true };

    private static readonly ParameterSpec Talks = new("talks", ParameterKind.Talks, "the talks; those that the lead speaks of when left out") { NamedOnly = true };

    /// <inheritdoc/>
    public static CommandSpec Spec { get; } = new(
        "feed publish",
        "make an update of a lead and tell the channels that want it",
        Role.Reporter,
        [
            FeedLookup.Lead,
            Text,
            Source,
            UpdateInput.Tier,
            UpdateInput.Link,
            Talks,
            new("side", ParameterKind.Side, "the side it speaks for, by its code") { NamedOnly = true },
            UpdateInput.Priority,
            UpdateInput.Embargo,
        ])
    {
        FormTitle = "Publish a lead",
        Changes = true,
        Announces = true,
        Example = "/talks feed publish L12 tier:official text:\"The ministry calls the offer serious\"",
    };

    /// <inheritdoc/>
    public async Task<CommandCall> FillAsync(CommandCall call, CancellationToken token)
    {
        if (!(await feeds.LeadAsync(call, token)).Is(out var lead, out _))
        {
            return call;
        }

        var feed = await feeds.OfAsync(lead, token);
        return call.Filled((Text.Name, lead.Words), (Source.Name, feed.Label), (UpdateInput.Link.Name, lead.Link ?? ""));
    }

    /// <inheritdoc/>
    public async Task<Reply> RunAsync(CommandCall call, CancellationToken token)
    {
        if (!(await feeds.LeadAsync(call, token)).Is(out var lead, out var refusal))
        {
            return refusal;
        }

        if (await AlreadyAsync(lead, token) is { } made)
        {
            return Reply.Refuse($"{lead.Name} became {made} already.");
        }

        var slug = call.Find(Talks.Name) ?? await feeds.SlugAsync(lead, token);
        if (slug is null)
        {
            var open = await db.Negotiations.Where(talks => talks.Status != TalksStatus.Closed).OrderBy(talks => talks.Slug).Select(talks => talks.Slug).Take(5).ToListAsync(token);
            return Reply.Refuse("The lead names no talks; say which it is for.", [.. open.Select(choice => new PostButton(choice, call.Retyped(Talks.Name, choice)))]);
        }

        var feed = await feeds.OfAsync(lead, token);
        var values = call.Values.Where(value => value.Key != FeedLookup.Lead.Name && value.Value != PostButton.Unwritten).ToDictionary(StringComparer.Ordinal);
        values[Talks.Name] = slug;
        values.TryAdd(Text.Name, lead.Words);
        values.TryAdd(Source.Name, feed.Label);
        if (lead.Link is { } link)
        {
            values.TryAdd(UpdateInput.Link.Name, link);
        }

        var reply = await add.RunAsync(new CommandCall(AddUpdate.Spec, values, call.Caller) { IsTwentyFourHour = call.IsTwentyFourHour }, token);
        if (!reply.Refused)
        {
            await MadeAsync(lead, slug, call, token);
        }

        return reply;
    }

    /// <summary>The update that it became, unless that was taken back.</summary>
    private async Task<string?> AlreadyAsync(Lead lead, CancellationToken token) =>
        lead.State is LeadState.Published && await db.Set<Update>().AnyAsync(update => update.NegotiationId == lead.NegotiationId && update.Number == lead.Update, token)
            ? SubjectNumber.Update(lead.Update!.Value)
            : null;

    private async Task MadeAsync(Lead lead, string slug, CommandCall call, CancellationToken token)
    {
        var talks = db.Tracked<Negotiation>().Select(entry => entry.Entity).Single(known => known.Slug == slug);
        var made = talks.Updates.MaxBy(update => update.Number)!;
        var now = clock.GetCurrentInstant();
        lead.Publish(talks.Id, made.Number);
        await posts.RewordAsync(lead, ChangeReason.Answered, post => LeadWording.Answered(post, $"{lead.Name} became {made.Name}, by {call.Caller.Name}."), now, token);
    }
}

/// <summary>Wants nothing done about a lead, or about how the source of an update reads now.</summary>
internal sealed class DismissLead(FeedLookup feeds, LeadPosts posts, IClock clock) : IDeclaredCommand
{
    /// <inheritdoc/>
    public static CommandSpec Spec { get; } = new("feed dismiss", "want nothing done about a lead, or about the change of an update's source", Role.Reporter, [FeedLookup.Lead])
    {
        Changes = true,
        IsFinal = true,
        Example = "/talks feed dismiss L12",
    };

    /// <inheritdoc/>
    public async Task<Reply> RunAsync(CommandCall call, CancellationToken token)
    {
        if (!(await feeds.LeadAsync(call, token)).Is(out var lead, out var refusal))
        {
            return refusal;
        }

        if (lead.State is LeadState.Dismissed)
        {
            return Reply.Refuse($"{lead.Name} is dismissed already.");
        }

        var isLeft = lead.State is LeadState.Published;
        lead.Dismiss();
        await posts.RewordAsync(
            lead,
            ChangeReason.Answered,
            post => LeadWording.Answered(post, isLeft ? $"{lead.Name} was left as it is, by {call.Caller.Name}." : $"{lead.Name} was dismissed, by {call.Caller.Name}."),
            clock.GetCurrentInstant(),
            token);
        return Reply.Answer(isLeft ? $"{SubjectNumber.Update(lead.Update!.Value)} stays as it is" : $"{lead.Name} dismissed");
    }
}

/// <summary>Puts the update right that was made from a lead, by what its source says now.</summary>
internal sealed class CorrectFromLead(FeedLookup feeds, LeadPosts posts, [FromKeyedServices("update correct")] ICommand correct, IClock clock) : IDeclaredCommand, IFillsForm
{
    private static readonly ParameterSpec Text = new("text", ParameterKind.Text, "what is right, in full; what the source says now when left out") { NamedOnly = true, Lengthy = true, HasLines = true };

    /// <inheritdoc/>
    public static CommandSpec Spec { get; } = new("feed correct", "put the update right that was made from a lead whose source has changed", Role.Editor, [FeedLookup.Lead, Text])
    {
        FormTitle = "Correct an update",
        Changes = true,
        Announces = true,
        Example = "/talks feed correct L12 text:\"The ministry calls the offer a first step\"",
    };

    /// <inheritdoc/>
    public async Task<CommandCall> FillAsync(CommandCall call, CancellationToken token) =>
        (await feeds.LeadAsync(call, token)).Is(out var lead, out _) ? call.Filled((Text.Name, lead.Words)) : call;

    /// <inheritdoc/>
    public async Task<Reply> RunAsync(CommandCall call, CancellationToken token)
    {
        if (!(await feeds.LeadAsync(call, token)).Is(out var lead, out var refusal))
        {
            return refusal;
        }

        if (lead is not { State: LeadState.Published, Update: { } number } || await feeds.SlugAsync(lead, token) is not { } slug)
        {
            return Reply.Refuse($"No update was made from {lead.Name}, so there is nothing to put right.");
        }

        var values = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["talks"] = slug,
            ["update"] = SubjectNumber.Update(number),
            [Text.Name] = call.Find(Text.Name) is { } typed && typed != PostButton.Unwritten ? typed : lead.Words,
        };
        var reply = await correct.RunAsync(new CommandCall(CorrectUpdate.Spec, values, call.Caller), token);
        if (!reply.Refused)
        {
            await posts.RewordAsync(
                lead, ChangeReason.Answered, post => LeadWording.Answered(post, $"{SubjectNumber.Update(number)} was put right, by {call.Caller.Name}."), clock.GetCurrentInstant(), token);
        }

        return reply;
    }
}
