using Microsoft.EntityFrameworkCore;
using TalksBot.Core.Channels;
using TalksBot.Core.Commands;
using TalksBot.Core.Negotiations;
using TalksBot.Core.Posts;
using TalksBot.Features.Commands;
using TalksBot.Storage;

namespace TalksBot.Features.Roles;

/// <summary>Says that two accounts are one person, who then cannot be their own second editor.</summary>
internal sealed class JoinPeople(RoleChanges roles, PeopleChanges people, HolderNames names, IClock clock) : IDeclaredCommand
{
    /// <summary>The other account.</summary>
    public static readonly ParameterSpec Other =
        new("other", ParameterKind.Text, "their other account, such as slack:main/user/U02BOB, or a mention") { Required = true };

    /// <inheritdoc/>
    public static CommandSpec Spec { get; } = new(
        "role same", "say that two accounts are one person, who then cannot approve their own flash", Role.Chief, [RoleChanges.Person, Other])
    {
        Changes = true,
        Example = "/talks role same discord:main/user/456 slack:main/user/U02BOB",
    };

    /// <inheritdoc/>
    public async Task<Reply> RunAsync(CommandCall call, CancellationToken token)
    {
        if (!FindBoth(roles, call).Is(out var both, out var refusal))
        {
            return refusal;
        }

        var (one, other) = both;
        var standing = await people.StandingAsync(token);
        var wording = await names.OfAsync(call.Caller, [one, other], token);
        if (standing.AreOne($"{one}", $"{other}"))
        {
            return Reply.Refuse(one == other ? $"{wording.First(one)} was named twice; name two accounts." : $"{wording.First(one)} and {wording.Of(other)} are one person already; /talks role list shows it.");
        }

        await people.JoinAsync(one, other, call.Stamp(clock.GetCurrentInstant()), token);
        return Reply.Answer(
            $"{wording.First(one)} and {wording.Of(other)} are one person from now on",
            new PostPiece.Line("What one wrote the other cannot approve."),
            new PostPiece.Line($"To take it back later: /talks role apart who:\"{one}\" other:\"{other}\""));
    }

    /// <summary>The two accounts that a command names; groups and roles are nobody's account.</summary>
    internal static Found<TwoAccounts> FindBoth(RoleChanges roles, CommandCall call)
    {
        if (!roles.FindPerson(call, RoleChanges.Person).Is(out var one, out var refusal) || !roles.FindPerson(call, Other).Is(out var other, out refusal))
        {
            return refusal;
        }

        return new TwoAccounts(one, other);
    }
}

/// <summary>Says that two accounts are two people after all.</summary>
internal sealed class PartPeople(RoleChanges roles, PeopleChanges people, HolderNames names, IClock clock) : IDeclaredCommand
{
    /// <inheritdoc/>
    public static CommandSpec Spec { get; } = new(
        "role apart", "say that two accounts are two people after all", Role.Chief, [RoleChanges.Person, JoinPeople.Other])
    {
        Changes = true,
        Example = "/talks role apart discord:main/user/456 slack:main/user/U02BOB",
    };

    /// <inheritdoc/>
    public async Task<Reply> RunAsync(CommandCall call, CancellationToken token)
    {
        if (!JoinPeople.FindBoth(roles, call).Is(out var both, out var refusal))
        {
            return refusal;
        }

        var (one, other) = both;
        var wording = await names.OfAsync(call.Caller, [one, other], token);
        if (await people.FindAsync(one, other, token) is not { } pair)
        {
            return Reply.Refuse($"Nobody said that {wording.Of(one)} and {wording.Of(other)} are one person; /talks role list shows who is.");
        }

        await people.PartAsync(pair, call.Stamp(clock.GetCurrentInstant()), token);
        var left = (await people.StandingAsync(token)).AreOne($"{one}", $"{other}");
        return Reply.Answer(left
            ? $"{wording.First(one)} and {wording.Of(other)} are joined no more, but are one person still by a third account; /talks role list shows it"
            : $"{wording.First(one)} and {wording.Of(other)} are two people from now on");
    }
}

/// <summary>Two accounts of people on platforms.</summary>
internal sealed record TwoAccounts(ChannelAddress One, ChannelAddress Other);

/// <summary>Which accounts chiefs said are one person, and changes of that.</summary>
internal sealed class PeopleChanges(TalksDb db)
{
    /// <summary>As the database holds it now.</summary>
    public async Task<SamePeople> StandingAsync(CancellationToken token) =>
        new(await db.JoinedPeople.AsNoTracking().OrderBy(pair => pair.Id).ToListAsync(token));

    /// <summary>What joins exactly these two; null for nothing.</summary>
    public Task<JoinedPeople?> FindAsync(ChannelAddress one, ChannelAddress other, CancellationToken token) =>
        db.JoinedPeople.SingleOrDefaultAsync(pair => (pair.One == one && pair.Other == other) || (pair.One == other && pair.Other == one), token);

    /// <summary>They are one person from now on.</summary>
    public async Task JoinAsync(ChannelAddress one, ChannelAddress other, Stamp stamp, CancellationToken token)
    {
        db.JoinedPeople.Add(new JoinedPeople(one, other));
        db.Changes.Add(new Change(stamp, $"{one}", ChangeVerb.Joined, ChangeValue.None, ChangeValue.Of($"{other}")));
        await db.SaveChangesAsync(token);
    }

    /// <summary>They are two people from now on.</summary>
    public async Task PartAsync(JoinedPeople pair, Stamp stamp, CancellationToken token)
    {
        db.JoinedPeople.Remove(pair);
        db.Changes.Add(new Change(stamp, $"{pair.One}", ChangeVerb.Parted, ChangeValue.Of($"{pair.Other}"), ChangeValue.None));
        await db.SaveChangesAsync(token);
    }
}
