using TalksBot.Core.Commands;
using TalksBot.Features.Desk;

namespace TalksBot.Features.Roles;

/// <summary>Says that two accounts are two people after all.</summary>
internal sealed class PartPeople(RoleChanges roles, PeopleChanges people, IClock clock) : IDeclaredCommand
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
        if (await people.FindAsync(one, other, token) is not { } pair)
        {
            return Reply.Refuse($"Nobody said that {one} and {other} are one person; /talks role list shows who is.");
        }

        await people.PartAsync(pair, call.Stamp(clock.GetCurrentInstant()), token);
        var left = (await people.StandingAsync(token)).AreOne($"{one}", $"{other}");
        return Reply.Answer(left
            ? $"{one} and {other} are joined no more, but are one person still by a third account; /talks role list shows it"
            : $"{one} and {other} are two people from now on");
    }
}
