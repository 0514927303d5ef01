namespace TalksBot.Core.Commands;

/// <summary>What a typed line turned out to be.</summary>
public abstract record CommandReading
{
    private CommandReading()
    {
    }

    /// <summary>A command with every word in its place; whether its caller may give it is not decided yet.</summary>
    public sealed record Understood(CommandCall Call) : CommandReading;

    /// <summary>Not a command, with the answer that says why and what may have been meant.</summary>
    public sealed record Refused(Reply Reply) : CommandReading
    {
        /// <summary>The command when texts of several sentences are all that it lacks, so that a form may ask for them; else null.</summary>
        public CommandCall? Unfinished { get; init; }
    }
}
