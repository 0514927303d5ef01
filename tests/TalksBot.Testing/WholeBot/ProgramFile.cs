namespace TalksBot.Testing.WholeBot;

/// <summary>The program as it was built beside the tests, with its own frameworks and settings.</summary>
public static class ProgramFile
{
    /// <summary>The executable, in the same configuration as the running tests.</summary>
    public static string Path
    {
        get
        {
            var here = new DirectoryInfo(AppContext.BaseDirectory);
            return System.IO.Path.Combine(here.Parent!.Parent!.FullName, "TalksBot", here.Name, "TalksBot");
        }
    }
}
