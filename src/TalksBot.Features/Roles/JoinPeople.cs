using TalksBot.Core.Commands;
using TalksBot.Core.Posts;
using TalksBot.Features.Desk;

namespace TalksBot.Features.Roles;

/// <summary>Says that two accounts are one person, who then cannot be their own second editor.</summary>
internal sealed class JoinPeople(RoleChanges roles, PeopleChanges people, IClock clock) : IDeclaredCommand
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
        if (standing.AreOne($"{one}", $"{other}"))
        {
            return Reply.Refuse(one == other ? $"{one} was named twice; name two accounts." : $"{one} and {other} are one person already; /talks role list shows it.");
        }

        await people.JoinAsync(one, other, call.Stamp(clock.GetCurrentInstant()), token);
        return Reply.Answer(
            $"{one} and {other} are one person from now on",
            new PostPiece.Line("What one of them wrote, the other cannot approve as second editor. Their roles stay as they are."),
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
