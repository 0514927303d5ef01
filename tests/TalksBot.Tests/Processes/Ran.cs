namespace TalksBot.Tests.Processes;

/// <summary>What came of a run of the program.</summary>
internal sealed record Ran(int ExitCode, string Output, string Error)
{
    /// <summary>One sentence on standard error, this exit code, and no trace.</summary>
    public void ShouldSay(int exitCode, params string[] words)
    {
        ShouldHaveNoTrace();
        foreach (var word in words)
        {
            Error.ShouldContain(word);
        }

        Error.TrimEnd('\n').ShouldNotContain("\n");
        Output.ShouldBeEmpty();
        ExitCode.ShouldBe(exitCode);
    }

    /// <summary>A refused command: its card holds these words.</summary>
    public void ShouldRefuse(params string[] words)
    {
        ShouldHaveNoTrace();
        var text = Output.ReplaceLineEndings(" ").Replace("│", "", StringComparison.Ordinal);
        text = string.Join(' ', text.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        text.ShouldContain("─ refused ");
        foreach (var word in words)
        {
            text.ShouldContain(word);
        }

        Error.ShouldBeEmpty();
        ExitCode.ShouldBe(1);
    }

    /// <summary>Done, and nothing to complain of.</summary>
    public void ShouldBeDone()
    {
        ShouldHaveNoTrace();
        Error.ShouldBeEmpty();
        ExitCode.ShouldBe(0, Output);
    }

    private void ShouldHaveNoTrace()
    {
        (Output + Error).ShouldNotContain("   at ");
        (Output + Error).ShouldNotContain("Exception");
    }
}
