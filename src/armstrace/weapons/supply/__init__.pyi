from armstrace.weapons.supply.item_names import ItemName as ItemName
from armstrace.weapons.supply.item_names import ItemSort as ItemSort
from armstrace.weapons.supply.item_names import read_item_name as read_item_name
from armstrace.weapons.supply.items import StockItem as StockItem
from armstrace.weapons.supply.stock_numbers import NationalStockNumber as NationalStockNumber
from armstrace.weapons.supply.stock_numbers import StockNumberFlag as StockNumberFlag
from armstrace.weapons.supply.stock_numbers import SupplyClass as SupplyClass
