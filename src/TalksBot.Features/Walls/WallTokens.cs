using TalksBot.Core.Access;
using TalksBot.Core.Commands;
using TalksBot.Core.Posts;
using TalksBot.Core.Text;
using TalksBot.Features.Access;
using TalksBot.Features.Commands;

namespace TalksBot.Features.Walls;

/// <summary>Makes an address at which a screen shows the wallboard.</summary>
internal sealed class AddWall(TokenCommands tokens) : IDeclaredCommand
{
    /// <summary>The wallboard's door.</summary>
    internal static TokenDoor Door { get; } = new(AccessKind.Wall, "wall", "screens") { Label = new("label", ParameterKind.Text, "what to call it, such as the room the screen hangs in") { NamedOnly = true } };

    /// <inheritdoc/>
    public static CommandSpec Spec { get; } = new(
        "wall add",
        "make an address at which a screen shows the wallboard",
        Role.Chief,
        [TokenDoor.Talks, Door.Label])
    {
        Changes = true,
        IsFinal = true,
        Example = "/talks wall add us-japan-autos label:\"newsroom, left screen\"",
    };

    /// <inheritdoc/>
    public async Task<Reply> RunAsync(CommandCall call, CancellationToken token)
    {
        if (!(await tokens.MakeAsync(call, Door, token)).Is(out var made, out var refusal))
        {
            return refusal;
        }

        return Reply.Answer(
            $"Wall {made.Token.Name} shows {made.Scope.Of}{Typography.Dash(made.Token.Label)}",
            new PostPiece.Line($"Open on the screen: {made.Root}/wall/{made.Secret}"),
            new PostPiece.Line("The address is told this once, and whoever has it sees the wall. It never asks anybody to log in."),
            new PostPiece.Line($"To take it away: /talks wall revoke {made.Token.Name}"));
    }
}

/// <summary>Shows which walls there are.</summary>
internal sealed class ListWalls(TokenCommands tokens) : IDeclaredCommand
{
    private static readonly Dictionary<int, string> OfTalksAlone = [];

    /// <inheritdoc/>
    public static CommandSpec Spec { get; } = new("wall list", "show which walls there are, and who made them", Role.Chief, [ListPage.Parameter])
    {
        Example = "/talks wall list",
    };

    /// <inheritdoc/>
    public Task<Reply> RunAsync(CommandCall call, CancellationToken token) => tokens.ListAsync(call, AddWall.Door, OfTalksAlone, token);
}

/// <summary>Takes a wall away: whoever looks at it sees nothing any more.</summary>
internal sealed class RevokeWall(TokenCommands tokens) : IDeclaredCommand
{
    /// <inheritdoc/>
    public static CommandSpec Spec { get; } = new("wall revoke", "take a wall away: its address shows nothing any more, also where it is open", Role.Chief, [AddWall.Door.One])
    {
        Changes = true,
        IsFinal = true,
        Example = "/talks wall revoke W3",
    };

    /// <inheritdoc/>
    public Task<Reply> RunAsync(CommandCall call, CancellationToken token) =>
        tokens.RevokeAsync(call, AddWall.Door, "its address shows nothing any more", _ => Task.CompletedTask, token);
}
