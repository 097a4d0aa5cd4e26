using System.Globalization;
using System.Text;
using Symbiosis.Milp;

namespace Symbiosis.Solvers.CbcCommand;

/// <summary>The files of one solve in a folder of their own, deleted with it.</summary>
internal sealed class CbcFiles : IDisposable
{
    private const int SavedHeaderBytes = 16;

    private readonly string folder;

    public CbcFiles(string? parent)
    {
        folder = Directory.CreateDirectory(Path.Combine(parent ?? Path.GetTempPath(), "symbiosis-cbc-" + Guid.NewGuid().ToString("N"))).FullName;
    }

    public string Folder => folder;

    /// <summary>File names without folder: CBC runs in it, and long paths would be cut.</summary>
    public string Model => "model.mps";

    public string Start => "start.sol";

    public string Solution => "solution.txt";

    public string Saved => "solution.bin";

    public void WriteModel(LinearModel model)
    {
        using var writer = new StreamWriter(Path.Combine(folder, Model), append: false, Encoding.ASCII);
        MpsWriter.Write(model, writer, MpsNames.Indexed);
    }

    public void WriteStart(LinearModel model, IReadOnlyList<double> values)
    {
        using var writer = new StreamWriter(Path.Combine(folder, Start), append: false, Encoding.ASCII);
        writer.Write("Stopped on iterations - objective value 0\n");
        for (var j = 0; j < values.Count; j++)
        {
            // CBC fixes the whole numbers and solves for the rest.
            if (model.ColumnKinds.Span[j] != VariableKind.Continuous)
                writer.Write(string.Create(CultureInfo.InvariantCulture, $"{j} C{j} {Math.Round(values[j]):R} 0\n"));
        }
    }

    /// <summary>The first line of the solution's text, which names the outcome; <c>null</c> when CBC wrote none.</summary>
    public string? ReadStatus()
    {
        var path = Path.Combine(folder, Solution);
        if (!File.Exists(path))
            return null;
        using var reader = new StreamReader(path);
        return reader.ReadLine();
    }

    /// <summary>The solution in full precision, which the text has not; <c>null</c> when it is missing or of another size.</summary>
    public CbcSavedSolution? ReadSaved(LinearModel model)
    {
        var path = Path.Combine(folder, Saved);
        if (!File.Exists(path))
            return null;
        var bytes = File.ReadAllBytes(path);
        // CBC drops rows without sides.
        var bounded = Enumerable.Range(0, model.RowCount).Where(i => double.IsFinite(model.RowLower.Span[i]) || double.IsFinite(model.RowUpper.Span[i])).ToArray();
        var (rows, columns) = (bounded.Length, model.ColumnCount);
        if (bytes.Length != SavedHeaderBytes + (2L * sizeof(double) * (rows + columns)))
            return null;
        if (BitConverter.ToInt32(bytes, 0) != rows || BitConverter.ToInt32(bytes, sizeof(int)) != columns)
            return null;

        // Row activities, row duals, values, reduced costs.
        var numbers = new double[2 * (rows + columns)];
        Buffer.BlockCopy(bytes, SavedHeaderBytes, numbers, 0, bytes.Length - SavedHeaderBytes);
        var duals = new double[model.RowCount];
        for (var k = 0; k < rows; k++)
            duals[bounded[k]] = numbers[rows + k];
        return new CbcSavedSolution(numbers[(2 * rows)..((2 * rows) + columns)], duals, numbers[((2 * rows) + columns)..]);
    }

    public void Dispose()
    {
        try
        {
            Directory.Delete(folder, recursive: true);
        }
        catch (IOException)
        {
            // A process that was ended this moment may still be writing; the system clears its temporary folder.
        }
    }
}
