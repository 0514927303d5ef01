namespace TalksBot.Core.Commands;

/// <summary>A command that says itself how it is typed.</summary>
public interface IDeclaredCommand : ICommand
{
    /// <summary>How it is declared.</summary>
    static abstract CommandSpec Spec { get; }
}
