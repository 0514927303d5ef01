using System.Reflection;
using System.Runtime.Loader;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace TalksBot.Tests.Rewording;

/// <summary>
/// The program once more in the same process, with every sentence of its text makers turned round: the same letters, and no word that anybody
/// could have counted on. What people type too, command lines and times, stays as it is.
/// </summary>
internal sealed class RewordedAssemblies : AssemblyLoadContext, IDisposable
{
    private static readonly string[] Makers = ["Wording", "Replies", "Heading", "PostTitle"];

    private static readonly string[] Spoken = ["TalksBot.Core", "TalksBot.Features"];

    private readonly string _folder = Directory.CreateTempSubdirectory("talksbot-reworded-").FullName;

    /// <summary>Writes the reworded assemblies.</summary>
    public RewordedAssemblies()
        : base("reworded", isCollectible: false)
    {
        foreach (var name in Spoken)
        {
            using var assembly = AssemblyDefinition.ReadAssembly(Built(name));
            foreach (var method in assembly.MainModule.Types.Where(IsMaker).SelectMany(Methods))
            {
                Reword(method.Body);
            }

            assembly.Write(Path.Combine(_folder, $"{name}.dll"));
        }
    }

    /// <summary>How many sentences, and parts of sentences, were turned round.</summary>
    public int Reworded { get; private set; }

    /// <summary>A type as the reworded program has it.</summary>
    public Type TypeOf(Type type) => LoadFromAssemblyName(type.Assembly.GetName()).GetType(type.FullName!, throwOnError: true)!;

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(_folder, recursive: true);

    /// <inheritdoc/>
    protected override Assembly? Load(AssemblyName assemblyName)
    {
        if (assemblyName.Name is not { } name || !name.StartsWith("TalksBot", StringComparison.Ordinal))
        {
            return null;
        }

        // From memory, so that the folder can go.
        using var bytes = new MemoryStream(File.ReadAllBytes(Spoken.Contains(name) ? Path.Combine(_folder, $"{name}.dll") : Built(name)));
        return LoadFromStream(bytes);
    }

    private static string Built(string name) => Path.Combine(AppContext.BaseDirectory, $"{name}.dll");

    private static bool IsMaker(TypeDefinition type) =>
        type.Namespace != "TalksBot.Core.Times" && Array.Exists(Makers, maker => type.Name.EndsWith(maker, StringComparison.Ordinal));

    private static IEnumerable<MethodDefinition> Methods(TypeDefinition type) =>
        type.Methods.Where(method => method.HasBody).Concat(type.NestedTypes.SelectMany(Methods));

    private void Reword(Mono.Cecil.Cil.MethodBody body)
    {
        var writesCommand = body.Instructions.Any(instruction => instruction.Operand is MethodReference { Name: "Written", DeclaringType.Name: "CommandCall" });
        var isCommand = false;
        foreach (var instruction in body.Instructions)
        {
            if (instruction.OpCode == OpCodes.Ldstr && instruction.Operand is string text)
            {
                isCommand |= text.Contains("/talks", StringComparison.Ordinal);
                if (!isCommand && text.Count(char.IsLetter) > 1 && !(writesCommand && text.All(letter => char.IsAsciiLetterLower(letter) || letter == ' ')))
                {
                    instruction.Operand = string.Concat(text.Reverse());
                    Reworded++;
                }
            }
            else if (isCommand)
            {
                isCommand = !EndsText(instruction);
            }
        }
    }

    /// <summary>A command line goes on until its parts are put together, or it is handed on.</summary>
    private static bool EndsText(Instruction instruction) =>
        instruction.OpCode == OpCodes.Newobj || instruction.Operand is MethodReference { Name: "Concat" or "ToStringAndClear" or "Written" };
}
