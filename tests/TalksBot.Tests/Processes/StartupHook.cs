using System.Globalization;
using System.Reflection;
using System.Text;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using Npgsql;
using TalksBot.Tests.Processes;

#pragma warning disable MA0047 // The runtime looks for this name, in no namespace, before it runs the program.
#pragma warning disable MA0045 // It is asked for nothing that could be awaited: the program has not begun.

/// <summary>Has the program run as often as a <see cref="WarmProgram"/> asks for it, as if each time a process began and ended.</summary>
internal static class StartupHook
{
    /// <summary>Answers until nobody asks any more, and ends the process.</summary>
    public static void Initialize()
    {
        var program = Assembly.Load("TalksBot").EntryPoint!;
        using (var asked = new StreamReader(Console.OpenStandardInput()))
        {
            Console.SetIn(TextReader.Null);
            while (asked.ReadLine() is { } line)
            {
                var run = JsonSerializer.Deserialize<WarmRun>(line)!;
                var before = run.Environment.Keys.ToDictionary(name => name, Environment.GetEnvironmentVariable);
                Directory.SetCurrentDirectory(run.Folder);
                Set(run.Environment!);
                var code = Run(program, [.. run.Arguments]);
                Set(before);

                // A process that ends leaves no connection open.
                NpgsqlConnection.ClearAllPools();
                SqliteConnection.ClearAllPools();
                Ended(Console.OpenStandardOutput(), code);
                Ended(Console.OpenStandardError(), code);
            }
        }

        Environment.Exit(0);
    }

    private static void Set(IEnumerable<KeyValuePair<string, string?>> environment)
    {
        foreach (var (name, value) in environment)
        {
            Environment.SetEnvironmentVariable(name, value);
        }
    }

    /// <summary>What nobody catches is written as the runtime would.</summary>
    private static int Run(MethodInfo program, string[] arguments)
    {
        try
        {
            return (int)program.Invoke(obj: null, [arguments])!;
        }
        catch (TargetInvocationException fault)
        {
            Console.Error.WriteLine($"Unhandled exception. {fault.InnerException}");
            return 134;
        }
    }

    private static void Ended(Stream stream, int code)
    {
        using (stream)
        {
            stream.Write(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{WarmProgram.End}{code}{WarmProgram.End}")));
        }
    }
}
