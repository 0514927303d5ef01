namespace TalksBot.Testing.WholeBot;

/// <summary>The program as it was built beside the tests, with its own frameworks and settings.</summary>
public static class ProgramFile
{
    /// <summary>The executable as it was published for the benchmarks, compiled ahead of time.</summary>
    public static string Published => System.IO.Path.Combine(Artifacts.FullName, "published", Program);

    /// <summary>The executable, in the same configuration as the running tests; the published one where <c>TALKSBOT_TEST_PROGRAM=published</c>.</summary>
    public static string Path => Environment.GetEnvironmentVariable("TALKSBOT_TEST_PROGRAM") == "published" ? Published : System.IO.Path.Combine(Artifacts.FullName, "bin", Program, Here.Name, Program);

    private const string Program = "TalksBot";

    private static DirectoryInfo Here => new(AppContext.BaseDirectory);

    /// <summary>The checkout.</summary>
    public static string Root => Artifacts.Parent!.FullName;

    private static DirectoryInfo Artifacts => Here.Parent!.Parent!.Parent!;
}
