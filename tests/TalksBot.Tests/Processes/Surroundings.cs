namespace TalksBot.Tests.Processes;

/// <summary>What the program finds when it starts.</summary>
internal sealed record Surroundings
{
    /// <summary>Environment variables besides the test's own.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>();

    /// <summary>The program that starts it, with its arguments; none starts it directly.</summary>
    public IReadOnlyList<string> Starter { get; init; } = [];

    /// <summary>One setting, as an environment variable names it.</summary>
    public static Surroundings With(string name, string value) => new() { Environment = new Dictionary<string, string> { [name] = value } };

    /// <summary>A starter under which file permissions bind, also for root.</summary>
    public static Surroundings WherePermissionsBind()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has other permissions.");
        if (!string.Equals(System.Environment.UserName, "root", StringComparison.Ordinal))
        {
            return new();
        }

        const string setpriv = "/usr/bin/setpriv";
        Assert.SkipUnless(File.Exists(setpriv), "Root may write read-only files, and this machine has no setpriv to give that up.");
        return new() { Starter = [setpriv, "--bounding-set", "-dac_override"] };
    }
}
