namespace TalksBot.Tests.House;

/// <summary>The checkout that these tests were built in.</summary>
internal static class Checkout
{
    private static readonly string Root = Above(new DirectoryInfo(AppContext.BaseDirectory));

    /// <summary>The full path of a file named from the root.</summary>
    public static string File(string path) => Path.Combine(Root, path);

    private static string Above(DirectoryInfo? folder)
    {
        while (folder is not null && !System.IO.File.Exists(Path.Combine(folder.FullName, "TalksBot.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("These tests must run inside the checkout that holds TalksBot.sln.");
    }
}
