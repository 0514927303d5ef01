namespace TalksBot.Core.Commands;

/// <summary>What one command does. It runs inside one transaction that is committed unless it refuses.</summary>
public interface ICommand
{
    /// <summary>Does it and answers.</summary>
    Task<Reply> RunAsync(CommandCall call, CancellationToken token);
}
