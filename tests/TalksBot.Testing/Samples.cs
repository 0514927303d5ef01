namespace TalksBot.Testing;

/// <summary>The files that come with the program, for whoever tries it.</summary>
public static class Samples
{
    /// <summary>The path of the founding case.</summary>
    public static string Founding
    {
        get
        {
            var folder = new DirectoryInfo(AppContext.BaseDirectory);
            while (!File.Exists(Path.Combine(folder.FullName, "TalksBot.sln")))
            {
                folder = folder.Parent!;
            }

            return Path.Combine(folder.FullName, "samples", "us-japan-autos-1995.json");
        }
    }
}
