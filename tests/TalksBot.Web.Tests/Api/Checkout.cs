namespace TalksBot.Web.Tests.Api;

/// <summary>The checkout that these tests were built in.</summary>
internal static class Checkout
{
    /// <summary>The full path of a file named from the root.</summary>
    public static string File(string path) => Path.Combine(Above(new DirectoryInfo(AppContext.BaseDirectory)), path);

    private static string Above(DirectoryInfo? folder)
    {
        while (folder is not null && !System.IO.File.Exists(Path.Combine(folder.FullName, "TalksBot.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("These tests must run inside the checkout that holds TalksBot.sln.");
    }
}
